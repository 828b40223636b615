import { squareCode } from '../../../../src/platform/web/square-code.ts'
import type { Setup } from '../device/setup.ts'
import { drawing, el } from '../../offline/element.ts'

const line = (d: string, width = '2.6') => ({
  d,
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': width,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
})

/** The open book whose page is a speech bubble. */
export function mark(look: string): SVGSVGElement {
  return drawing(
    '0 0 40 40',
    [
      line('M20 11C16 7.6 10 6.6 4 7v22c6-.4 12 .6 16 4z'),
      { ...line('M20 11c4-3.4 10-4.4 16-4v22h-8l-4.6 5.4L20 29z'), fill: 'currentColor' },
      { ...line('M25 15.4h7M25 20.4h5', '2.4'), stroke: 'var(--mark-lines, #fff)' },
    ],
    { class: look },
  )
}

/** The administration's own mark, where it has one. */
export function markOf({ mark: own }: Setup, look: string): Element {
  return own ? el('img', { class: `${look} own-mark`, src: own, alt: '' }) : mark(look)
}

export const speaker = () =>
  drawing(
    '0 0 24 24',
    [
      { ...line('M4 9.5h3.5L12 5.5v13l-4.5-4H4z', '2'), fill: 'currentColor' },
      line('M15.5 9a4 4 0 0 1 0 6M18 6.5a7.6 7.6 0 0 1 0 11', '2'),
    ],
    { class: 'icon' },
  )

export const camera = () =>
  drawing(
    '0 0 24 24',
    [line('M3.5 8h4l1.8-2.5h5.4L16.5 8h4v11h-17z', '2'), line('M12 10a3.3 3.3 0 1 0 .01 0z', '2')],
    { class: 'icon' },
  )

export const tick = () =>
  drawing('0 0 24 24', [line('M5 12.500l4.5 4.500L19 7', '3')], { class: 'icon' })

export const warning = () =>
  drawing(
    '0 0 24 24',
    [line('M12 3.500L22 20.500H2z', '2'), line('M12 10v4.500M12 17.400v.1', '2.4')],
    {
      class: 'icon',
    },
  )

const ON_KIND: Readonly<Record<string, string>> = {
  complaint: 'M4 5h16v11h-8l-4.5 4v-4H4zM12 8v3.500M12 13.600v.1',
  claim: 'M4 5h16v11h-8l-4.5 4v-4H4zM12 8v3.500M12 13.600v.1',
  suggestion: 'M9 18h6M10 21h4M12 3a6.5 6.5 0 0 0-3.5 12v3h7v-3A6.5 6.5 0 0 0 12 3z',
  need: 'M12 21s-8-5-8-11a4.4 4.4 0 0 1 8-2.500A4.4 4.4 0 0 1 20 10c0 6-8 11-8 11z',
  observation:
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.500a2.5 2.5 0 1 0 .01 0z',
  compliment: 'M12 3.500l2.6 5.6 6 .8-4.4 4.2 1.1 6-5.3-3-5.3 3 1.1-6L3.4 9.900l6-.8z',
  unsure:
    'M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.500 1.200-1.500 2.400M12 17.500v.1M12 3a9 9 0 1 0 .01 0z',
  corruption: 'M6 11V8a6 6 0 0 1 12 0v3M4.5 11h15v9.500h-15zM12 14.500v2.5',
}

/** Beside the words, never instead of them. */
export function kindDrawing(code: string): SVGSVGElement {
  return drawing('0 0 24 24', [line(ON_KIND[code] ?? ON_KIND['complaint'] ?? '', '1.8')], {
    class: 'icon icon--kind',
  })
}

/** An address as a square code that a telephone reads. */
export function codeOf(address: string, label: string): SVGSVGElement {
  const { size, path } = squareCode(address)
  return drawing(
    `0 0 ${size} ${size}`,
    [
      { d: `M0 0h${size}v${size}H0z`, fill: '#fff' },
      { d: path, fill: '#000' },
    ],
    {
      class: 'square-code',
      role: 'img',
      'aria-hidden': 'false',
      'aria-label': label,
      'shape-rendering': 'crispEdges',
    },
  )
}

import { create } from 'qrcode'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules, type BookRules } from '../../../src/administrations/index.ts'
import { drawPoster } from '../../../src/channels/posters/poster/draw-poster.ts'
import { accentOf, makePoster } from '../../../src/channels/posters/poster/make-poster.ts'
import type { PosterWish } from '../../../src/channels/posters/poster/make-poster.ts'
import type { PosterLink } from '../../../src/channels/posters/poster-link.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { readPdf } from '../../support/read-pdf.ts'
import type { TestSystem } from '../../support/test-system.ts'

const A4 = { size: 'a4', lang: 'es', secondLang: null } as const

let test: TestSystem
let rules: BookRules
beforeAll(async () => {
  test = await openDemoBook()
  rules = await getBookRules(test.system, 'demo', test.system.clock())
}, 60_000)
afterAll(() => test.close())

function link(target: Partial<PosterLink>): PosterLink {
  const { administrationId } = rules.administration
  return {
    linkId: '7f0d8a4e-0000-4000-8000-000000000001',
    administrationId,
    number: 12,
    label: 'Entrada',
    medium: 'print',
    centreId: null,
    windowId: null,
    serviceId: null,
    kind: null,
    madeAt: test.system.clock(),
    retiredAt: null,
    ...target,
  }
}

function centro() {
  const centre = rules.centres.find(({ slug }) => slug === 'centro')
  return { centreId: centre?.centreId ?? '', windowId: centre?.windows[1]?.windowId ?? '' }
}

async function draw(target: Partial<PosterLink>, wish: PosterWish = A4, book = rules) {
  const poster = makePoster(test.system, link(target), book, '2026-03-02', wish)
  const bytes = await drawPoster(poster)
  return { poster, pdf: readPdf(bytes) }
}

describe('A poster', () => {
  it('says term, hours, notice and address as the rules of the day have them', async () => {
    const { poster, pdf } = await draw({ ...centro() })
    for (const words of [
      'Municipio de Tres Jacarandas',
      'Oficina Centro, Ventanilla 2, pagos',
      '¿Cómo le atendimos?',
      'Le respondemos en 15 días hábiles como máximo.',
      'De lunes a viernes: 08:30 a 15:00.',
      'Usted tiene derecho a decir cómo le atendieron',
      poster.shortAddress,
    ]) {
      expect(pdf.text).toContain(words)
    }
    expect(poster.shortAddress).toMatch(/^libro\.test\/demo\/q\/c-[\da-z]{4}-[\da-z]{4}$/)
  })

  it('speaks a second language when it is wished, and marks it as such', async () => {
    const { pdf } = await draw({ ...centro(), kind: 'complaint' }, { ...A4, secondLang: 'en' })
    expect(pdf.text).toContain('Queja: cuéntenos aquí')
    expect(pdf.text).toContain('Complaint: tell us here')
    expect(pdf.text).toContain('15 working days')
    expect(pdf.bones).toContain('/Lang (es)')
    expect(pdf.bones).toContain('/Lang (en)')
  })

  it.each([
    ['a4', 595.28, 841.89],
    ['a5', 419.53, 595.28],
    ['sticker', 198.43, 198.43],
  ] as const)('of size %s is one tagged page', async (size, width, height) => {
    const { pdf } = await draw({ ...centro() }, { size, lang: 'es', secondLang: 'en' })
    expect(pdf.pages).toBe(1)
    expect(pdf.size[0]).toBeCloseTo(width, 1)
    expect(pdf.size[1]).toBeCloseTo(height, 1)
    for (const mark of ['/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', '/S /H1']) {
      expect(pdf.bones).toContain(mark)
    }
    expect(pdf.bones).toMatch(/\/S \/Figure[\s\S]*?\/Alt \(/)
  })

  it.each(['a4', 'sticker'] as const)('of size %s shows the code of its address', async (size) => {
    const { poster, pdf } = await draw({}, { size, lang: 'es', secondLang: null })
    const { modules } = create(poster.address, {
      errorCorrectionLevel: size === 'sticker' ? 'H' : 'Q',
    })
    expect(modulesOf(pdf.rectangles, modules.size)).toEqual(
      [...modules.data].map((dark) => dark === 1),
    )
  })

  it('of the sealed door promises no term and has the door’s own address', async () => {
    const { poster, pdf } = await draw({ ...centro(), kind: 'corruption_report' })
    expect(poster.address).toBe('http://libro.test/demo/denuncia')
    expect(pdf.text).toContain('¿Le pidieron dinero o un favor?')
    expect(pdf.text).toContain('Contraloría Municipal, 55 5555 0133')
    expect(pdf.text).not.toContain('días hábiles')
  })

  it('bears the own mark of its administration, and ours in no other place than its own', async () => {
    const background = { r: 200, g: 0, b: 0, alpha: 0.5 }
    const square = { width: 8, height: 8, channels: 4 as const, background }
    const picture = await sharp({ create: square }).png().toBuffer()
    const theme = { markUrl: '/demo/insignia/1' }
    const book: BookRules = { ...rules, administration: { ...rules.administration, theme } }
    const drawn = async (mark: Buffer | null, ofBook = book) => {
      const poster = makePoster(test.system, link({}), ofBook, '2026-03-02', A4, mark)
      const { bones } = readPdf(await drawPoster(poster))
      return [bones.includes('/Subtype /Image'), poster.mark === 'ours']
    }
    expect(await drawn(picture)).toEqual([true, false])
    expect(await drawn(null)).toEqual([false, false])
    expect(await drawn(null, rules)).toEqual([false, true])
  })

  it('names the kinds where their terms differ', async () => {
    const terms = rules.regime.terms.flatMap((term) =>
      term.step === 'answer'
        ? [{ ...term, kinds: ['suggestion'], days: 2, unit: 'months' as const }, term]
        : [term],
    )
    const { pdf } = await draw({}, A4, { ...rules, regime: { ...rules.regime, terms } })
    expect(pdf.text).toContain('Sugerencia: en 2 meses.')
    expect(pdf.text).toMatch(/Queja.*: en 15 días hábiles\./)
  })

  it('keeps all on one page where names are long', async () => {
    const name =
      'Organismo Público Descentralizado de Agua Potable, Alcantarillado y Saneamiento de los Municipios de San Miguel el Alto y Santa María del Río'
    const administration = { ...rules.administration, name }
    const { pdf } = await draw(
      { ...centro() },
      { ...A4, secondLang: 'en' },
      { ...rules, administration },
    )
    expect(pdf.pages).toBe(1)
    expect(pdf.text).toContain('Santa María del Río')
  })
})

describe('The colour of a poster', () => {
  it('is the administration’s where white letters can be read on it, and else ours', () => {
    expect(accentOf({ accent: '#006847' })).toBe('#006847')
    expect(accentOf({ accent: '#ffcc00' })).toBe('#4b2e83')
    expect(accentOf({ accent: 'red' })).toBe('#4b2e83')
    expect(accentOf({})).toBe('#4b2e83')
  })
})

/** The squares that are dark, from the rectangles of their rows. */
function modulesOf(
  rectangles: readonly { x: number; y: number; width: number; height: number }[],
  size: number,
): boolean[] {
  const cell = commonest(rectangles.map(({ height }) => height))
  const rows = rectangles.filter(({ height }) => Math.abs(height - cell) < 0.001)
  const left = Math.min(...rows.map(({ x }) => x))
  const top = Math.min(...rows.map(({ y }) => y))
  const dark = Array.from({ length: size ** 2 }, () => false)
  for (const { x, y, width } of rows) {
    const row = Math.round((y - top) / cell)
    const from = Math.round((x - left) / cell)
    for (let at = from; at < from + Math.round(width / cell); at += 1) dark[row * size + at] = true
  }
  return dark
}

function commonest(numbers: readonly number[]): number {
  const times = (number: number) => numbers.filter((other) => other === number).length
  return numbers.reduce((most, number) => (times(number) > times(most) ? number : most), 0)
}

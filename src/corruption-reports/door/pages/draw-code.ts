import { create } from 'qrcode'

const QUIET = 4

/** An address as a square of black and white, drawn in the page itself. */
export function drawCode(text: string, label: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark = Array.from({ length: size * size }, (_, at) => at).filter((at) => modules.data[at])
  const path = dark.map((at) => `M${(at % size) + QUIET} ${Math.floor(at / size) + QUIET}h1v1h-1z`)
  const side = size + 2 * QUIET
  return `<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path class="qr__ground" d="M0 0h${side}v${side}H0z"/><path d="${path.join('')}"/></svg>`
}

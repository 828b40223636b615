import type { PdfDocument } from '../../../platform/pdf/index.ts'
import type { Poster } from './poster.ts'
import { BOLD, INK, PLAIN, Sheet, SLANTED, SOFT, WHITE } from './sheet.ts'
import { PAPER } from './sizes.ts'

const [SIDE] = PAPER.sticker
const MARGIN = 10
const BAND = 40
const CODE = 122

/** Small and touched by many: a code that bears scratches, two words and an address. */
export function drawSticker(doc: PdfDocument, poster: Poster): void {
  const { accent, address, shortAddress, administrationName } = poster
  const [words, second] = poster.words
  const sheet = new Sheet(doc)
  sheet.ornament((ground) => ground.rect(0, 0, SIDE, BAND).fill(accent))
  const line = { x: MARGIN, width: SIDE - 2 * MARGIN, height: second ? 18 : 26 }
  const white = { font: BOLD, size: 17, smallest: 9, colour: WHITE, align: 'center' as const }
  const end = sheet.text('H1', words.short, { ...line, y: second ? 7 : 12 }, white)
  if (second) {
    const other = { ...white, font: SLANTED, size: 11, smallest: 7, lang: second.lang }
    sheet.text('P', second.short, { ...line, y: end - 1 }, other)
  }
  const box = { x: (SIDE - CODE) / 2, y: BAND, width: CODE, height: CODE }
  sheet.code(address, 'H', box, `${words.scan} ${shortAddress}`)
  const ink = { font: BOLD, size: 10, smallest: 5.5, colour: INK, align: 'center' as const }
  const below = sheet.text('P', shortAddress, { ...line, y: BAND + CODE, height: 13 }, ink)
  const soft = { ...ink, font: PLAIN, size: 7.5, smallest: 5, colour: SOFT }
  sheet.text('P', administrationName, { ...line, y: below + 1, height: 19 }, soft)
  sheet.end()
}

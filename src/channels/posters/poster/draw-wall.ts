import type { PdfDocument } from '../../../platform/pdf/index.ts'
import { drawMark, drawOwnMark } from './draw-mark.ts'
import type { Fact, Poster, PosterWords } from './poster.ts'
import { BOLD, INK, LINE, PLAIN, Sheet, SLANTED, SOFT, WHITE, type Box } from './sheet.ts'
import { PAPER } from './sizes.ts'

const [WIDTH, HEIGHT] = PAPER.a4
const MARGIN = 46
const INNER = WIDTH - 2 * MARGIN
const BAND = 318
const CARD = { x: (WIDTH - 268) / 2, y: 262, width: 268, height: 268 }
const FACTS = 634

/** The poster for a wall or a counter, drawn as A4 and made smaller for A5. */
export function drawWall(doc: PdfDocument, poster: Poster): void {
  doc.scale(PAPER[poster.size][0] / WIDTH)
  const sheet = new Sheet(doc)
  const [words, second] = poster.words
  drawGround(sheet, poster)
  drawNames(sheet, poster)
  drawHeading(sheet, words, second)
  drawCode(sheet, poster, words, second)
  drawFacts(sheet, poster, words, second)
  drawFoot(sheet, words, second)
  sheet.end()
}

function drawGround(sheet: Sheet, { accent, mark }: Poster): void {
  sheet.ornament((doc) => {
    doc.rect(0, 0, WIDTH, BAND).fill(accent)
    doc.roundedRect(CARD.x, CARD.y, CARD.width, CARD.height, 18).fill(WHITE)
    doc.roundedRect(CARD.x, CARD.y, CARD.width, CARD.height, 18).lineWidth(1).stroke(LINE)
    const place = { x: MARGIN - 3, y: 34, size: 40 }
    if (mark === 'ours') drawMark(doc, { ...place, ink: WHITE, paper: accent })
    else if (mark) drawOwnMark(doc, mark, place)
  })
}

function drawNames(sheet: Sheet, { administrationName, place, mark }: Poster): void {
  const x = mark ? MARGIN + 48 : MARGIN
  const width = WIDTH - MARGIN - x
  const style = { font: BOLD, size: 18, smallest: 11, colour: WHITE }
  const name = { x, y: place === null ? 46 : 36, width, height: 26 }
  const end = sheet.text('P', administrationName, name, style)
  if (place === null) return
  const below = { x, y: end + 1, width, height: 18 }
  sheet.text('P', place, below, { font: PLAIN, size: 13, smallest: 9, colour: WHITE })
}

function drawHeading(sheet: Sheet, words: PosterWords, second?: PosterWords): void {
  const box = { x: MARGIN, y: second ? 94 : 102, width: INNER, height: second ? 54 : 100 }
  const large = { font: BOLD, size: second ? 38 : 44, smallest: 20, colour: WHITE }
  let end = sheet.text('H1', words.heading, box, large)
  const lead = { font: PLAIN, size: second ? 14 : 17, smallest: 10, colour: WHITE }
  end = sheet.text('P', words.lead, { ...box, y: end + 4, height: second ? 36 : 46 }, lead)
  if (!second) return
  const { lang } = second
  const other = { ...large, size: 20, smallest: 13, lang }
  end = sheet.text('P', second.heading, { ...box, y: end + 12, height: 26 }, other)
  const small = { ...lead, font: SLANTED, size: 12, lang }
  sheet.text('P', second.lead, { ...box, y: end + 1, height: 30 }, small)
}

function drawCode(sheet: Sheet, poster: Poster, words: PosterWords, second?: PosterWords): void {
  const { address, shortAddress, accent } = poster
  const inner = { x: CARD.x + 4, y: CARD.y + 4, width: CARD.width - 8, height: CARD.height - 8 }
  sheet.code(address, 'Q', inner, `${words.scan} ${shortAddress}`)
  const box = { x: MARGIN, y: CARD.y + CARD.height + 10, width: INNER, height: 22 }
  const centred = { font: BOLD, size: 17, smallest: 11, colour: INK, align: 'center' as const }
  let end = sheet.text('P', words.scan, box, centred)
  if (second) {
    const slanted = { ...centred, font: SLANTED, size: 12, colour: SOFT, lang: second.lang }
    end = sheet.text('P', second.scan, { ...box, y: end }, slanted)
  }
  const type = [words.type, second?.type].filter(Boolean).join(' / ')
  const soft = { ...centred, font: PLAIN, size: 11.5, colour: SOFT }
  end = sheet.text('P', type, { ...box, y: end + (second ? 1 : 5) }, soft)
  sheet.text(
    'P',
    shortAddress,
    { ...box, y: end + 2, height: 28 },
    { ...centred, size: 22, colour: accent },
  )
}

function drawFacts(
  sheet: Sheet,
  { accent }: Poster,
  { facts }: PosterWords,
  second?: PosterWords,
): void {
  const gap = 22
  const width = (INNER - gap * (facts.length - 1)) / facts.length
  facts.forEach((fact, index) => {
    const x = MARGIN + index * (width + gap)
    sheet.ornament((doc) => doc.rect(x, FACTS, 28, 3).fill(accent))
    drawFact(sheet, { x, y: FACTS + 11, width, height: 100 }, fact, second, index)
  })
}

function drawFact(
  sheet: Sheet,
  box: Box,
  { title, lines }: Fact,
  second: PosterWords | undefined,
  index: number,
): void {
  const high = second ? 46 : 86
  const heading = { font: BOLD, size: 14, smallest: 9, colour: INK }
  let end = sheet.text('H2', title, { ...box, height: 20 }, heading)
  const plain = { font: PLAIN, size: second ? 11.5 : 13, smallest: 7, colour: INK }
  end = sheet.text('P', lines.join('\n'), { ...box, y: end + 1, height: high }, plain)
  const other = second?.facts[index]
  if (!second || !other) return
  const slanted = { font: SLANTED, size: 10, smallest: 6.5, colour: SOFT, lang: second.lang }
  const text = `${other.title}: ${other.lines.join(' ')}`
  sheet.text('P', text, { ...box, y: end + 3, height: 44 }, slanted)
}

function drawFoot(sheet: Sheet, words: PosterWords, second?: PosterWords): void {
  const foot = second ? 772 : 758
  sheet.ornament((doc) =>
    doc
      .moveTo(MARGIN, foot - 8)
      .lineTo(WIDTH - MARGIN, foot - 8)
      .lineWidth(0.75)
      .stroke(LINE),
  )
  const box = { x: MARGIN, y: foot, width: INNER, height: 16 }
  const bold = { font: BOLD, size: second ? 11 : 13, smallest: 8, colour: INK }
  let end = sheet.text('P', words.help, box, bold)
  const small = { font: PLAIN, size: second ? 10 : 12, smallest: 6.5, colour: SOFT }
  if (words.notice) {
    const height = second ? 26 : HEIGHT - end - 22
    end = sheet.text('P', words.notice, { ...box, y: end + 2, height }, small)
  }
  if (!second) return
  const text = [second.help, second.notice].filter(Boolean).join(' ')
  const slanted = { ...small, font: SLANTED, size: 9, smallest: 6, lang: second.lang }
  sheet.text('P', text, { ...box, y: end + 1, height: HEIGHT - end - 18 }, slanted)
}

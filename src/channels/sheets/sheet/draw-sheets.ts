import { collect, openDocument } from '../../../platform/pdf/index.ts'
import type { SheetModel } from './sheet-model.ts'
import { MARGIN, SheetPage } from './sheet-page.ts'

/** Blank sheets for the paper book, one page each: tagged, so that they can be listened to as well. */
export async function drawSheets(sheet: SheetModel, numbers: readonly string[]): Promise<Buffer> {
  const doc = openDocument({
    size: 'A4',
    margin: MARGIN,
    lang: sheet.lang,
    title: [sheet.title, numbers[0], numbers.at(-1)].join(' '),
    author: sheet.administration,
  })
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const [index, number] of numbers.entries()) {
    if (index > 0) doc.addPage()
    // what is drawn at the foot must never begin another page
    doc.page.margins.bottom = 0
    drawSheet(new SheetPage(doc, root), sheet, number)
  }
  root.end()
  doc.end()
  return bytes
}

/** For what stands under the words: the answer, the signatures and the notice in two languages. */
const ROOM_BELOW_WORDS = 205

function drawSheet(page: SheetPage, sheet: SheetModel, number: string): void {
  const { label, text } = sheet
  page.head({ accent: sheet.accent, owner: sheet.administration, title: sheet.title, number })
  page.boxes([
    { label: text('centre'), share: 3, value: sheet.centre },
    { label: text('date'), share: 1.4 },
    { label: text('time'), share: 1 },
  ])
  page.part(`1. ${text('parts.kind')}`)
  page.ticks(sheet.kinds)
  page.part(`2. ${text('parts.person')}`)
  page.boxes([
    { label: label('documentNumber'), share: 2 },
    { label: label('phone'), share: 1.3 },
  ])
  page.boxes([
    { label: label('names'), share: 1.3 },
    { label: label('firstSurname'), share: 1 },
    { label: label('secondSurname'), share: 1 },
  ])
  page.boxes([
    { label: label('legalName'), share: 1 },
    { label: label('representative'), share: 1 },
  ])
  page.boxes([
    { label: label('email'), share: 1 },
    { label: label('address'), share: 1.4 },
  ])
  page.part(`3. ${text('parts.matter')}`)
  page.boxes([
    { label: label('service'), share: 1.3 },
    { label: label('motive'), share: 1.3 },
    { label: label('occurredOn'), share: 0.8 },
  ])
  page.lines(label('description'), ROOM_BELOW_WORDS)
  page.part(`4. ${text('parts.answer')}`)
  page.ticks(sheet.ways)
  page.ticks([text('consent')])
  page.boxes(
    [
      { label: text('signature'), share: 1.2 },
      { label: text('received_by'), share: 1.2 },
      { label: text('book_number'), share: 1 },
    ],
    52,
  )
  for (const paragraph of sheet.legal) page.text(paragraph, 7)
  page.end()
}

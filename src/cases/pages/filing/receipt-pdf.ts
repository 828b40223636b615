import type { T } from '../../../platform/i18n/index.ts'
import { collect, openDocument, printable, type PdfDocument } from '../../../platform/pdf/index.ts'
import type { Receipt } from './receipt-view.ts'

const MARGIN = 56
const INK = '#1f1b24'
const SOFT = '#57515f'
const LINE = '#ddd7cd'

/** The receipt on paper: tagged, so that it can be listened to as well. */
export async function drawReceipt(
  receipt: Receipt,
  { lang, t }: { lang: string; t: T },
): Promise<Buffer> {
  const doc = openDocument({
    size: 'A4',
    margin: MARGIN,
    lang,
    title: `${t('filing.receipt.paper')} ${receipt.caseNumber}`,
    author: receipt.administrationName,
  })
  const bytes = collect(doc)
  const page = new Paper(doc)
  page.heading('H1', 20, t('filing.receipt.paper'))
  page.text(receipt.administrationName, { colour: SOFT })
  page.pair(t('filing.receipt.number'), receipt.caseNumber, true)
  page.pair(t('filing.receipt.secret'), receipt.secret, true)
  page.text(t('filing.receipt.secret_why'), { colour: SOFT })
  page.pair(t('filing.receipt.kind'), receipt.kind)
  page.pair(t('filing.receipt.received'), receipt.registeredAt)
  if (receipt.dueOn) page.pair(t('filing.receipt.due'), receipt.dueOn)
  if (receipt.dueWhy) page.text(receipt.dueWhy, { colour: SOFT })
  page.heading('H2', 14, t('filing.receipt.follow'))
  page.text(t('filing.receipt.follow_paper', { address: receipt.followUrl }))
  page.heading('H2', 14, t('filing.receipt.copy'))
  for (const { name, value } of receipt.rows) page.pair(name, value)
  page.end()
  return bytes
}

/** Draws each piece together with its place in the document's structure. */
class Paper {
  readonly #doc: PdfDocument
  readonly #root: PDFKit.PDFStructureElement

  constructor(doc: PdfDocument) {
    this.#doc = doc
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  heading(tag: 'H1' | 'H2', size: number, text: string): void {
    if (tag === 'H2') this.#doc.moveDown(0.6)
    this.#add(tag, () => {
      this.#doc.font('Helvetica-Bold').fontSize(size).fillColor(INK).text(printable(text))
    })
    this.#doc.moveDown(0.3)
  }

  text(text: string, { colour = INK } = {}): void {
    this.#add('P', () => {
      this.#doc
        .font('Helvetica')
        .fontSize(11)
        .fillColor(colour)
        .text(printable(text), { lineGap: 2 })
    })
    this.#doc.moveDown(0.4)
  }

  /** A name and what it stands for. */
  pair(name: string, value: string, large = false): void {
    this.#doc.moveDown(0.3)
    this.#add('P', () => {
      this.#doc.font('Helvetica').fontSize(10).fillColor(SOFT).text(printable(name))
      this.#doc
        .font(large ? 'Courier-Bold' : 'Helvetica')
        .fontSize(large ? 18 : 11)
        .fillColor(INK)
        .text(printable(value), { lineGap: 2 })
    })
    this.#line()
  }

  end(): void {
    this.#root.end()
    this.#doc.end()
  }

  #add(tag: string, draw: () => void): void {
    this.#root.add(this.#doc.struct(tag, {}, draw))
  }

  #line(): void {
    const doc = this.#doc
    const y = doc.y + 4
    doc.markContent('Artifact', { type: 'Layout' })
    doc
      .moveTo(MARGIN, y)
      .lineTo(doc.page.width - MARGIN, y)
      .lineWidth(0.5)
      .stroke(LINE)
    doc.endMarkedContent()
    doc.y = y + 4
  }
}

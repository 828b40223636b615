import { printable, type PdfDocument } from '../../../platform/pdf/index.ts'

export const MARGIN = 40
const INK = '#1f1b24'
const SOFT = '#57515f'
const LINE = '#8a8494'
const TICK = 9

export interface Box {
  label: string
  /** Its part of the width of the line. */
  share: number
  /** Printed already. */
  value?: string
}

/** One sheet being drawn: each piece together with its place in the document's structure. */
export class SheetPage {
  readonly #doc: PdfDocument
  readonly #section: PDFKit.PDFStructureElement
  readonly #width: number
  #y = MARGIN

  constructor(doc: PdfDocument, root: PDFKit.PDFStructureElement) {
    this.#doc = doc
    this.#width = doc.page.width - 2 * MARGIN
    this.#section = doc.struct('Sect')
    root.add(this.#section)
  }

  get left(): number {
    return this.#doc.page.height - MARGIN - this.#y
  }

  /** The band of the administration, what the sheet is, and its number. */
  head(head: { accent: string; owner: string; title: string; number: string }): void {
    const doc = this.#doc
    this.#artifact(() => doc.rect(MARGIN, this.#y, this.#width, 5).fill(head.accent))
    this.#y += 12
    this.#write('P', head.owner, { size: 10, colour: SOFT, width: this.#width - 190 })
    const below = this.#y
    this.#y -= 16
    const place = { x: MARGIN + this.#width - 190, width: 190, align: 'right' } as const
    this.#write('P', head.number, { size: 15, font: 'Courier-Bold', ...place })
    this.#y = below
    this.#write('H1', head.title, { size: 15, font: 'Helvetica-Bold', colour: head.accent })
    this.#y += 2
  }

  part(title: string): void {
    this.#write('H2', title, { size: 9.5, font: 'Helvetica-Bold' })
  }

  text(text: string, size = 7.5): void {
    this.#write('P', text, { size, colour: SOFT })
  }

  /** Boxes to write in, side by side. */
  boxes(boxes: readonly Box[], height = 30): void {
    const top = this.#y
    const whole = boxes.reduce((sum, { share }) => sum + share, 0)
    let x = MARGIN
    for (const { label, share, value } of boxes) {
      const width = (this.#width * share) / whole
      this.#artifact(() => this.#doc.rect(x, top, width, height).lineWidth(0.7).stroke(LINE))
      this.#y = top + 3
      this.#write('P', label, { size: 7, colour: SOFT, x: x + 4, width: width - 8 })
      if (value) this.#write('P', value, { size: 10, x: x + 4, width: width - 8 })
      x += width
    }
    this.#y = top + height + 4
  }

  /** Choices to tick, as many on a line as there is room for. */
  ticks(choices: readonly string[]): void {
    const doc = this.#doc
    let x = MARGIN
    for (const choice of choices) {
      const width = doc.font('Helvetica').fontSize(8.5).widthOfString(printable(choice)) + 2
      if (x + TICK + 5 + width > MARGIN + this.#width) {
        x = MARGIN
        this.#y += 14
      }
      const [left, top] = [x, this.#y]
      this.#artifact(() => doc.rect(left, top, TICK, TICK).lineWidth(0.8).stroke(INK))
      this.#write('P', choice, { size: 8.5, x: x + TICK + 4, width, stay: true })
      x += TICK + 4 + width + 12
    }
    this.#y += 16
  }

  /** Lines to write a text on, down to so much above the foot. */
  lines(label: string, above: number): void {
    const height = Math.max(80, this.left - above)
    const top = this.#y
    this.#artifact(() => {
      this.#doc.rect(MARGIN, top, this.#width, height).lineWidth(0.7).stroke(LINE)
      for (let y = top + 36; y < top + height - 6; y += 20) {
        this.#doc
          .moveTo(MARGIN + 6, y)
          .lineTo(MARGIN + this.#width - 6, y)
          .lineWidth(0.4)
          .stroke(LINE)
      }
    })
    this.#y += 3
    this.#write('P', label, { size: 7, colour: SOFT, x: MARGIN + 4, width: this.#width - 8 })
    this.#y = top + height + 6
  }

  end(): void {
    this.#section.end()
  }

  #write(
    tag: string,
    text: string,
    look: {
      size: number
      font?: string
      colour?: string
      x?: number
      width?: number
      align?: 'left' | 'right'
      stay?: boolean
    },
  ): void {
    const { size, font = 'Helvetica', colour = INK, x = MARGIN, width = this.#width } = look
    const doc = this.#doc
    const draw = () => {
      doc.font(font).fontSize(size).fillColor(colour)
      doc.text(printable(text), x, this.#y, { width, align: look.align ?? 'left', lineGap: 1 })
    }
    this.#section.add(doc.struct(tag, {}, draw))
    if (!look.stay) this.#y = doc.y + 2
  }

  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.#doc.endMarkedContent()
  }
}

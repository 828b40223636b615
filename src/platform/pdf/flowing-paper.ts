import { printable, type PdfDocument } from './tagged-document.ts'

export const MARGIN = 60
const FOOT = 36
const INK = '#1f1b24'
const SOFT = '#57515f'
const LINE = '#ddd7cd'
const PLAIN = 'Helvetica'
const BOLD = 'Helvetica-Bold'

const HEADINGS = { H1: 24, H2: 17, H3: 12.5 } as const
export type Heading = keyof typeof HEADINGS
const ROOM_BELOW: Readonly<Record<Heading, number>> = { H1: 60, H2: 130, H3: 60 }

export interface Column {
  title: string
  /** Share of the width. */
  share: number
  align?: 'left' | 'right'
}

/** A document that flows over its pages: each piece stands in the structure as it does in the picture. */
export class FlowingPaper {
  readonly #doc: PdfDocument
  readonly #root: PDFKit.PDFStructureElement

  readonly #mask: (text: string) => string

  constructor(doc: PdfDocument, mask: (text: string) => string = (text) => text) {
    this.#doc = doc
    this.#mask = mask
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  /** `below`: how high what must stay with it is. */
  heading(tag: Heading, title: string, below: number = ROOM_BELOW[tag]): void {
    const text = this.#mask(title)
    const size = HEADINGS[tag]
    const high = this.#height(text, this.#width, BOLD, size)
    // a heading never stands alone at the foot of a page
    this.#makeRoom(high + size * 0.3 + below)
    if (this.#doc.y > MARGIN) this.#doc.y += tag === 'H2' ? 18 : 10
    this.#add(tag, () => this.#write(text, { font: BOLD, size }))
    this.#doc.y += tag === 'H3' ? 2 : 6
  }

  /** Blank lines part paragraphs. */
  text(text: string, { soft = false, size = 10.5 } = {}): void {
    for (const paragraph of this.#mask(text)
      .split(/\n\s*\n/)
      .filter((each) => each.trim() !== '')) {
      this.#makeRoom(2 * size * 1.4)
      this.#add('P', () =>
        this.#write(paragraph.trim(), { size, colour: soft ? SOFT : INK, gap: 3 }),
      )
      this.#doc.y += 6
    }
  }

  list(items: readonly { title: string; text: string }[]): void {
    const list = this.#doc.struct('L')
    this.#root.add(list)
    for (const { title, text } of items) {
      this.#makeRoom(34)
      const body = this.#doc.struct('LBody', {}, () => {
        this.#write(this.#mask(title), { font: BOLD, gap: 2 })
        if (text !== '') this.#write(this.#mask(text), { gap: 2 })
      })
      const item = this.#doc.struct('LI')
      list.add(item)
      item.add(body)
      item.end()
      this.#doc.y += 5
    }
    list.end()
  }

  quote(words: string, source: string): void {
    const text = this.#mask(words)
    const high = this.#height(text, this.#width - 18) + 22
    this.#makeRoom(high)
    const top = this.#doc.y
    this.#add('BlockQuote', () => {
      this.#write(text, { font: 'Helvetica-Oblique', indent: 18, gap: 3 })
      this.#write(this.#mask(source), { size: 9, colour: SOFT, indent: 18 })
    })
    this.#artifact(() => {
      this.#doc
        .moveTo(MARGIN + 4, top)
        .lineTo(MARGIN + 4, this.#doc.y)
        .lineWidth(2)
        .stroke(LINE)
    })
    this.#doc.y += 8
  }

  table(columns: readonly Column[], cells: readonly (readonly string[])[]): void {
    const rows = cells.map((row) => row.map(this.#mask))
    const table = this.#doc.struct('Table')
    this.#root.add(table)
    const titles = columns.map(({ title }) => title)
    const [first = []] = rows
    // the titles never stand alone at the foot of a page
    this.#makeRoom(this.#rowHeight(columns, titles, BOLD) + this.#rowHeight(columns, first, PLAIN))
    this.#row(table, 'TH', columns, titles)
    for (const row of rows) {
      const high = this.#rowHeight(columns, row, PLAIN)
      if (this.#doc.y + high > this.#bottom) {
        this.#doc.addPage()
        // said once to whoever listens, shown again to whoever looks
        this.#artifact(() => this.#cells(columns, titles, BOLD))
      }
      this.#row(table, 'TD', columns, row)
    }
    table.end()
    this.#doc.x = MARGIN
    this.#doc.y += 10
  }

  /** A picture of a given height, drawn from where the page has come to, and what it says. */
  figure(
    said: string,
    height: number,
    draw: (doc: PdfDocument, at: { x: number; y: number; width: number }) => void,
  ): void {
    this.#makeRoom(height)
    const at = { x: MARGIN, y: this.#doc.y, width: this.#width }
    this.#root.add(
      this.#doc.struct('Figure', { alt: printable(this.#mask(said)) }, () => draw(this.#doc, at)),
    )
    this.#doc.x = MARGIN
    this.#doc.y = at.y + height + 6
  }

  /** Ends the document; `sayPage` numbers its pages. */
  end(foot: string, sayPage: (page: number, pages: number) => string): void {
    const { start, count } = this.#doc.bufferedPageRange()
    for (let page = start; page < start + count; page += 1) {
      this.#doc.switchToPage(page)
      const { bottom } = this.#doc.page.margins
      this.#doc.page.margins.bottom = 0
      const y = this.#doc.page.height - FOOT
      this.#artifact(() => {
        this.#doc.font(PLAIN).fontSize(8.5).fillColor(SOFT)
        this.#doc.text(printable(foot), MARGIN, y, { lineBreak: false })
        const width = this.#width
        const said = printable(sayPage(page + 1, count))
        this.#doc.text(said, MARGIN, y, { width, align: 'right', lineBreak: false })
      }, 'Pagination')
      this.#doc.page.margins.bottom = bottom
    }
    this.#root.end()
    this.#doc.end()
  }

  get #width(): number {
    return this.#doc.page.width - 2 * MARGIN
  }

  get #bottom(): number {
    return this.#doc.page.height - MARGIN
  }

  #makeRoom(height: number): void {
    if (this.#doc.y + height > this.#bottom) this.#doc.addPage()
  }

  #add(tag: string, draw: () => void): void {
    this.#root.add(this.#doc.struct(tag, {}, draw))
  }

  #artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.#doc.markContent('Artifact', { type })
    draw()
    this.#doc.endMarkedContent()
  }

  #write(text: string, { font = PLAIN, size = 10.5, colour = INK, gap = 0, indent = 0 } = {}) {
    this.#doc.font(font).fontSize(size).fillColor(colour)
    const width = this.#width - indent
    this.#doc.text(printable(text), MARGIN + indent, this.#doc.y, { width, lineGap: gap })
  }

  #height(text: string, width: number, font = PLAIN, size = 10.5): number {
    this.#doc.font(font).fontSize(size)
    return this.#doc.heightOfString(printable(text), { width })
  }

  #row(
    table: PDFKit.PDFStructureElement,
    tag: 'TH' | 'TD',
    columns: readonly Column[],
    texts: readonly string[],
  ): void {
    const font = tag === 'TH' ? BOLD : PLAIN
    const height = this.#rowHeight(columns, texts, font)
    this.#makeRoom(height)
    const row = this.#doc.struct('TR')
    table.add(row)
    const top = this.#doc.y
    let x = MARGIN
    columns.forEach((column, index) => {
      const at = { x, top, width: column.share * this.#width }
      row.add(this.#doc.struct(tag, {}, () => this.#cell(column, texts[index] ?? '', font, at)))
      x += at.width
    })
    row.end()
    this.#rule(top + height)
  }

  #cells(columns: readonly Column[], texts: readonly string[], font: string): void {
    const top = this.#doc.y
    let x = MARGIN
    columns.forEach((column, index) => {
      const at = { x, top, width: column.share * this.#width }
      this.#cell(column, texts[index] ?? '', font, at)
      x += at.width
    })
    this.#doc.y = top + this.#rowHeight(columns, texts, font)
  }

  #cell(
    { align = 'left' }: Column,
    text: string,
    font: string,
    { x, top, width }: { x: number; top: number; width: number },
  ): void {
    this.#doc.font(font).fontSize(9).fillColor(INK)
    this.#doc.text(printable(text), x + 3, top + 4, { width: width - 6, align })
  }

  #rowHeight(columns: readonly Column[], texts: readonly string[], font: string): number {
    const heights = columns.map(({ share }, index) =>
      this.#height(texts[index] ?? '', share * this.#width - 6, font, 9),
    )
    return Math.max(...heights) + 8
  }

  #rule(y: number): void {
    this.#artifact(() => {
      this.#doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.#width, y)
        .lineWidth(0.5)
        .stroke(LINE)
    })
    this.#doc.y = y
  }
}

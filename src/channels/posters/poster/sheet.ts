import { printable, type PdfDocument } from '../../../platform/pdf/index.ts'
import { QUIET, squareModules, type Correction } from '../../../platform/web/index.ts'

export const INK = '#1f1b24'
export const SOFT = '#57515f'
export const LINE = '#ddd7cd'
export const WHITE = '#ffffff'

export const BOLD = 'Helvetica-Bold'
export const PLAIN = 'Helvetica'
export const SLANTED = 'Helvetica-Oblique'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Style {
  font: string
  size: number
  colour: string
  align?: 'left' | 'center'
  /** Where a text is long, its letters shrink down to this. */
  smallest?: number
  lang?: string
}

/** One page on which each text has its place, in the picture and in the document's structure. */
export class Sheet {
  readonly #doc: PdfDocument
  readonly #root: PDFKit.PDFStructureElement

  constructor(doc: PdfDocument) {
    this.#doc = doc
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  /** Writes within the box, in letters as large as fit; returns where the text ends. */
  text(tag: 'H1' | 'H2' | 'P', text: string, box: Box, style: Style): number {
    const size = this.#fittingSize(text, box, style)
    const said = printable(text)
    const width =
      tag === 'H1' && style.align !== 'center' ? this.#evenWidth(said, box.width) : box.width
    const options = { width, align: style.align ?? 'left', lineGap: size * 0.12 }
    this.#root.add(
      this.#doc.struct(tag, style.lang === undefined ? {} : { lang: style.lang }, () => {
        this.#doc.font(style.font).fontSize(size).fillColor(style.colour)
        this.#doc.text(said, box.x, box.y, options)
      }),
    )
    return box.y + this.#doc.heightOfString(said, options)
  }

  /** What is only to be looked at. */
  ornament(draw: (doc: PdfDocument) => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    draw(this.#doc)
    this.#doc.endMarkedContent()
  }

  /** The code as lines, sharp at any size; its quiet zone is within the box. */
  code(address: string, correction: Correction, { x, y, width }: Box, said: string): void {
    const { size, isDark } = squareModules(address, correction)
    const cell = width / (size + 2 * QUIET)
    this.#root.add(
      this.#doc.struct('Figure', { alt: printable(said) }, () => {
        for (let row = 0; row < size; row += 1) {
          for (const [from, to] of runsOf(row, size, isDark)) {
            this.#doc.rect(
              x + (from + QUIET) * cell,
              y + (row + QUIET) * cell,
              (to - from) * cell,
              cell,
            )
          }
        }
        this.#doc.fill('#000000')
      }),
    )
  }

  end(): void {
    this.#root.end()
    this.#doc.end()
  }

  /** As narrow as it gets with no line more, so that no word is left alone on the last one. */
  #evenWidth(text: string, width: number): number {
    const high = this.#doc.heightOfString(text, { width })
    let even = width
    while (even > width / 2 && this.#doc.heightOfString(text, { width: even - 8 }) <= high)
      even -= 8
    return even
  }

  #fittingSize(text: string, { width, height }: Box, { font, size, smallest = size }: Style) {
    const said = printable(text)
    const fits = (at: number) => {
      this.#doc.font(font).fontSize(at)
      const longest = Math.max(...said.split(/\s+/).map((word) => this.#doc.widthOfString(word)))
      const high = this.#doc.heightOfString(said, { width, lineGap: at * 0.12 })
      return longest <= width && high <= height
    }
    let at = size
    while (at > smallest && !fits(at)) at -= 0.5
    return at
  }
}

/** The dark modules of a row, those side by side as one. */
function runsOf(
  row: number,
  size: number,
  isDark: (x: number, y: number) => boolean,
): [from: number, to: number][] {
  const runs: [number, number][] = []
  for (let x = 0; x < size; x += 1) {
    if (!isDark(x, row)) continue
    const last = runs.at(-1)
    if (last?.[1] === x) last[1] = x + 1
    else runs.push([x, x + 1])
  }
  return runs
}

import PDFDocument from 'pdfkit'

export type PdfDocument = InstanceType<typeof PDFDocument>

export interface DocumentOptions {
  size: 'A4' | readonly [width: number, height: number]
  margin: number
  lang: string
  title: string
  author: string
  /** Keeps every page until the end, so that each can say of how many it is. */
  keepPages?: boolean
}

/** A tagged document in one language. Parts in another say so in their own structure element. */
export function openDocument({
  size,
  margin,
  lang,
  title,
  author,
  keepPages = false,
}: DocumentOptions): PdfDocument {
  return new PDFDocument({
    size: typeof size === 'string' ? size : [...size],
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    bufferPages: keepPages,
    info: { Title: printable(title), Author: printable(author) },
  })
}

/** All the bytes of a document, once it has ended. To be called before anything is drawn. */
export function collect(doc: PdfDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}

/** The fonts that every reader has know the letters of Western Europe; a page shows the rest. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u202f\u00a0\t]/g, ' ')
    .replaceAll('−', '–')
    .replace(/[^\n\u0020-\u007e\u00a1-\u00ff–—‘’‚“”„•…€ŒœŠšŽžŸ™]/gu, '?')
}

import type { PdfDocument } from '../../../platform/pdf/index.ts'

/** The open book whose page is a speech bubble, as in layouts/mark; `paper` is what is behind it. */
export function drawMark(
  doc: PdfDocument,
  { x, y, size, ink, paper }: { x: number; y: number; size: number; ink: string; paper: string },
): void {
  doc.save()
  doc.translate(x, y).scale(size / 40)
  doc.lineWidth(2.6).lineJoin('round').lineCap('round')
  doc.path('M20 11C16 7.6 10 6.6 4 7v22c6-.4 12 .6 16 4z').stroke(ink)
  doc.path('M20 11c4-3.4 10-4.4 16-4v22h-8l-4.6 5.4L20 29z').fillAndStroke(ink, ink)
  doc.lineWidth(2.4).path('M25 15.4h7M25 20.4h5').stroke(paper)
  doc.restore()
}

/** On a white plate, since its colours may be those of the ground. */
export function drawOwnMark(
  doc: PdfDocument,
  picture: Buffer,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const rim = size / 10
  const inner = size - 2 * rim
  doc.roundedRect(x, y, size, size, rim * 1.5).fill('#ffffff')
  doc.image(picture, x + rim, y + rim, { fit: [inner, inner] })
}

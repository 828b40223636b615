import { printable, type PdfDocument } from '../../platform/pdf/index.ts'
import { COLOURS, LETTERS, type Box, type Drawing, type Shape, type Words } from './drawing.ts'
import { markPath } from './write-svg.ts'

export interface PlaceOnPage {
  x: number
  y: number
  width: number
}

/** How high a drawing becomes at a width. */
export function heightAt({ width, height }: Drawing, wide: number): number {
  return (height / width) * wide
}

/** The same drawing in vectors on a page of paper. Whoever calls says in a tag what it shows. */
export function drawInPdf(doc: PdfDocument, drawing: Drawing, { x, y, width }: PlaceOnPage): void {
  doc.save()
  doc.translate(x, y).scale(width / drawing.width)
  for (const shape of drawing.shapes) drawShape(doc, shape)
  doc.restore()
}

function drawShape(doc: PdfDocument, shape: Shape): void {
  if (shape.shape === 'box') drawBox(doc, shape)
  else if (shape.shape === 'words') drawWords(doc, shape)
  else if (shape.shape === 'mark') doc.path(markPath(shape.at, shape.ink)).fill(COLOURS[shape.ink])
  else {
    const path = shape.points.map(([x, y]) => `${x} ${y}`).join('L')
    doc.lineWidth(shape.width).path(`M${path}`).stroke(COLOURS[shape.ink])
  }
}

const APART = 6

function drawBox(doc: PdfDocument, { x, y, width, height, ink }: Box): void {
  if (width <= 0 || height <= 0) return
  doc.rect(x, y, width, height).fill(COLOURS[ink])
  if (ink !== 1 && ink !== 2 && ink !== 3) return
  doc.save()
  doc.rect(x, y, width, height).clip()
  doc.lineWidth(1)
  const reach = ink === 1 ? width + height : ink === 2 ? height : width
  for (let step = APART / 2; step < reach; step += APART) {
    if (ink === 1) doc.moveTo(x + step, y).lineTo(x + step - height, y + height)
    else if (ink === 2) doc.moveTo(x, y + step).lineTo(x + width, y + step)
    else doc.moveTo(x + step, y).lineTo(x + step, y + height)
  }
  doc.stroke(COLOURS.paper)
  doc.restore()
}

function drawWords(doc: PdfDocument, { at: [x, y], text, anchor, bold, ink }: Words): void {
  doc.font(bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(LETTERS)
  const said = printable(text)
  const wide = doc.widthOfString(said)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
  doc.fillColor(COLOURS[ink]).text(said, left, y, { lineBreak: false, baseline: 'alphabetic' })
}

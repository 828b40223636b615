import { collect, openDocument } from '../../../platform/pdf/index.ts'
import { drawSticker } from './draw-sticker.ts'
import { drawWall } from './draw-wall.ts'
import type { Poster } from './poster.ts'
import { PAPER } from './sizes.ts'

/** The poster as a PDF of one page, of the size on which it is printed. */
export async function drawPoster(poster: Poster): Promise<Buffer> {
  const doc = openDocument({
    size: PAPER[poster.size],
    margin: 0,
    lang: poster.words[0].lang,
    title: poster.title,
    author: poster.administrationName,
  })
  const bytes = collect(doc)
  // every text has its place; none may ever open a second page
  doc.page.margins.bottom = -PAPER.a4[1]
  if (poster.size === 'sticker') drawSticker(doc, poster)
  else drawWall(doc, poster)
  return bytes
}

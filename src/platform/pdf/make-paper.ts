import type { T } from '../i18n/index.ts'
import { FlowingPaper, MARGIN } from './flowing-paper.ts'
import { collect, openDocument } from './tagged-document.ts'

export interface PaperWords {
  t: T
  lang: string
  title: string
  /** The administration whose paper it is. */
  author: string
  foot: string
  lying?: boolean
}

const UPRIGHT = [595.28, 841.89] as const
const LYING = [841.89, 595.28] as const

/** A paper of an administration: its name, the title, what is drawn, and pages that say of how many they are. */
export async function makePaper(
  { t, lang, title, author, foot, lying = false }: PaperWords,
  draw: (paper: FlowingPaper) => void,
): Promise<Buffer> {
  const size = lying ? LYING : UPRIGHT
  const doc = openDocument({ size, margin: MARGIN, lang, title, author, keepPages: true })
  const bytes = collect(doc)
  const paper = new FlowingPaper(doc)
  paper.text(author, { soft: true })
  paper.heading('H1', title)
  draw(paper)
  paper.end(foot, (page, pages) => t('components.paper_page', { page, pages }))
  return bytes
}

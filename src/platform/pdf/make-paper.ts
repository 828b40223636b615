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
  /** What every text goes through before it is written. */
  mask?: ((text: string) => string) | undefined
}

const UPRIGHT = [595.28, 841.89] as const
const LYING = [841.89, 595.28] as const

/** A paper of an administration: its name, the title, what is drawn, and pages that say of how many they are. */
export async function makePaper(
  { t, lang, author, lying = false, mask = same, ...words }: PaperWords,
  draw: (paper: FlowingPaper) => void,
): Promise<Buffer> {
  const size = lying ? LYING : UPRIGHT
  const [title, foot] = [mask(words.title), mask(words.foot)]
  const doc = openDocument({ size, margin: MARGIN, lang, title, author, keepPages: true })
  const bytes = collect(doc)
  const paper = new FlowingPaper(doc, mask)
  paper.text(author, { soft: true })
  paper.heading('H1', title)
  draw(paper)
  paper.end(foot, (page, pages) => t('components.paper_page', { page, pages }))
  return bytes
}

const same = (text: string) => text

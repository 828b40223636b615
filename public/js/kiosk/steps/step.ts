import type { Visit } from '../filing/draft.ts'
import type { Child } from '../../offline/element.ts'
import type { Problem } from '../page/problems.ts'

export interface Row {
  /** Key of its name in `filing.rows`. */
  row: string
  value: string
}

/** What a screen under way may ask of whoever shows it. */
export interface StepPage {
  /** What is wrong with a field, in words. */
  wrong: (field: string) => string | undefined
  /** The system's own camera or chooser stands before the page for a while. */
  away: () => void
  /** Something that only words can tell: a photo that cannot be read. */
  tell: (text: string) => void
  goOn: () => void
}

/** One question on the way: when it is asked, shown, judged and told. */
export interface Step {
  name: string
  isAsked: (visit: Visit) => boolean
  title: (visit: Visit) => string
  lead?: (visit: Visit) => string
  build: (visit: Visit, page: StepPage) => Child[]
  problems: (visit: Visit) => Problem[]
  rows: (visit: Visit) => Row[]
}

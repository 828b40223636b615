import type { BookRules } from '../../../administrations/index.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { Case } from '../../case.ts'
import type { CaseViewer } from '../../case-policy.ts'
import type { CaseAction } from '../../case-states.ts'
import { firstContent, type CaseFile } from './case-file.ts'
import type { CaseRoom } from './room.ts'

/** Beside what the person said: what another room knows of it, and never a decision. */
export interface CaseAside {
  id: string
  title: string
  intro: string
  groups: readonly AsideGroup[]
  /** Only its title is seen until somebody opens it. */
  folded?: boolean
}

export interface AsideGroup {
  /** Null: the aside is of one group. */
  title: string | null
  lines: readonly AsideLine[]
  note: string | null
}

export interface AsideLine {
  text: string
  href: string | null
  detail: string
}

/** Another room's words about a case for somebody who may see it; null when it has none. */
export type TellOfCase = (at: CaseBefore) => Promise<CaseAside | null>

export interface CaseBefore {
  item: Case
  /** What the person told at first. */
  text: string
  viewer: CaseViewer
  allowed: readonly CaseAction[]
  book: BookRules
  slug: string
  trail: string | null
  now: Date
  t: T
  lang: string
}

/** Another room's words at the head of a case: a template under views/ and what it shows. */
export type TellAtHead = (
  at: Omit<CaseBefore, 'text'>,
) => Promise<{ view: string; model: object } | null>

export async function tellAtHead(room: CaseRoom, tellers: readonly TellAtHead[]) {
  const heads = []
  for (const tell of tellers) {
    const head = await tell(before(room))
    if (head) heads.push(head)
  }
  return heads
}

export async function tellBeside(
  room: CaseRoom,
  { contents }: CaseFile,
  tellers: readonly TellOfCase[],
): Promise<CaseAside[]> {
  const text = firstContent(contents, 'description')
  if (text === null) return []
  const asides: CaseAside[] = []
  for (const tell of tellers) {
    const aside = await tell({ ...before(room), text })
    if (aside) asides.push(aside)
  }
  return asides
}

function before({ item, viewer, allowed, book, slug, trail, now, response }: CaseRoom) {
  const { t, lang } = response.locals
  return { item, viewer, allowed, book, slug, trail, now, t, lang }
}

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
  t: T
  lang: string
}

export async function tellBeside(
  room: CaseRoom,
  { contents }: CaseFile,
  tellers: readonly TellOfCase[],
): Promise<CaseAside[]> {
  const text = firstContent(contents, 'description')
  if (text === null) return []
  const { item, viewer, allowed, book, slug, trail } = room
  const { t, lang } = room.response.locals
  const asides: CaseAside[] = []
  for (const tell of tellers) {
    const aside = await tell({ item, text, viewer, allowed, book, slug, trail, t, lang })
    if (aside) asides.push(aside)
  }
  return asides
}

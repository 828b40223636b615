import { formatDate, type T } from '../../platform/i18n/index.ts'
import type { OwnModel } from '../evaluation/index.ts'
import type { LeftOut } from './left-out.ts'
import type { PlannedElement, PlannedEvidence } from './plan-pack.ts'
import type { PlannedFile } from './shelf.ts'

/** What every page of a pack is written with. */
export interface Around {
  t: T
  lang: string
  year: number
  now: Date
  timeZone: string
  centre: string
  administration: string
  model: OwnModel
  leftOut: LeftOut
  postOf: (accountId: string) => string
}

export interface Shelved {
  evidence: PlannedEvidence
  /** What of the model it is asked for by; nothing for the other documents. */
  criterion: string
}

/** Where every document stands on one page. */
export const DOCUMENTS = 'documentos.html'

/** Each once, those of pairs too. */
export function filesOf({ elements }: PlannedEvidence): PlannedFile[] {
  const files = elements.flatMap((element) => [
    ...element.files,
    ...element.pairs.flatMap(({ before, after }) => [before, after]),
  ])
  return [...new Set(files)]
}

export function sayOwed(
  { what, dueOn, ownerId }: PlannedElement['owed'][number],
  { t, lang, postOf }: Around,
): string {
  const values = { what, name: postOf(ownerId), day: formatDate(dueOn, lang) }
  return t('improvements-evaluation.owed.open', values)
}

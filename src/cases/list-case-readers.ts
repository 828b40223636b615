import type { BookRules } from '../administrations/index.ts'
import { listColleagues, type Colleague } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { Case } from './case.ts'
import { whyHidden, type HiddenBecause } from './case-policy.ts'
import { caseViewer } from './case-viewer.ts'

/** Somebody of the staff before a case. */
export interface CaseReader extends Colleague {
  /** Null: they may see it. */
  hidden: HiddenBecause | null
}

/** Everybody who works there on the day, with whether they may see the case and why not. */
export async function listCaseReaders(
  db: Db,
  book: BookRules,
  item: Case,
  day: PlainDate,
): Promise<CaseReader[]> {
  const { administrationId } = item
  const colleagues = await listColleagues(db, administrationId, day)
  return colleagues.map((colleague) => {
    const { accountId, name, posts } = colleague
    const grants = posts.map((post) => ({ ...post, administrationId }))
    const staff = { accountId, name, email: '', language: '', grants, workplaces: [] }
    return { ...colleague, hidden: whyHidden(caseViewer(staff, book), item) }
  })
}

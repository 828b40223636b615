import type { Db } from '../platform/database/connection.ts'

/** The case that a notice is about, as a page names and reaches it. */
export interface CaseLink {
  caseNumber: string
  url: string
}

export type FindCaseLinks = (
  db: Db,
  administration: { administrationId: string; slug: string },
  caseIds: readonly string[],
) => Promise<ReadonlyMap<string, CaseLink>>

let find: FindCaseLinks = async () => new Map()

/** The book says, at start, how its cases are called; the outbox only knows their ids. */
export function registerCaseLinks(finder: FindCaseLinks): void {
  find = finder
}

export const findCaseLinks: FindCaseLinks = (db, administration, caseIds) =>
  find(db, administration, caseIds)

import { listEarlier, readAllCaseFacts, readCaseFacts } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { CaseFacts } from './case-facts.ts'
import type { Mark } from './mark-store.ts'

/** What features that keep cases tell; each in its own words, all in the same shape. */
export interface Source {
  source: CaseFacts['source']
  /** Also those whose facts change because these did. */
  listTouched(db: Db, administrationId: string, caseIds: readonly string[]): Promise<string[]>
  readFacts(db: Db, administrationId: string, caseIds: readonly string[]): Promise<CaseFacts[]>
  readAll(db: Db, administrationId: string): AsyncIterable<readonly CaseFacts[]>
}

const book: Source = {
  source: 'book',
  listTouched: async (db, administrationId, caseIds) => [
    ...caseIds,
    ...(await listEarlier(db, administrationId, caseIds)),
  ],
  readFacts: readCaseFacts,
  readAll: readAllCaseFacts,
}

export const SOURCES: readonly Source[] = [book]

export function markedIn(source: Source, marks: readonly Mark[]): string[] {
  const own = marks.filter((mark) => mark.source === source.source)
  return [...new Set(own.map(({ caseId }) => caseId))]
}

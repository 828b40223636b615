import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'

/** A case whose person agreed to hear what became of it; the address stays here. */
export interface CaseToTell {
  caseId: string
  caseNumber: string
  centreId: string
  serviceId: string | null
  language: string
  /** There is an address, and letters are wanted. */
  reachable: boolean
}

/**
 * Of these cases those whose person agreed to be told of results. What is restricted is not among them, nor what
 * was erased; sealed reports stand in tables that no case can name.
 */
export async function listCasesToTell(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<CaseToTell[]> {
  if (caseIds.length === 0) return []
  return db
    .selectFrom('cases as item')
    .leftJoin('case_people as person', (join) =>
      join
        .onRef('person.administration_id', '=', 'item.administration_id')
        .onRef('person.case_id', '=', 'item.case_id')
        .on('person.erased_at', 'is', null),
    )
    .select([
      'item.case_id as caseId',
      'item.case_number as caseNumber',
      'item.centre_id as centreId',
      'item.service_id as serviceId',
      'item.language',
      sql<boolean>`coalesce(person.email, '') <> ''
        and (item.answer_by = 'email' or item.electronic_notice)`.as('reachable'),
    ])
    .where('item.administration_id', '=', administrationId)
    .where('item.case_id', '=', sql<string>`any(${[...caseIds]}::uuid[])`)
    .where('item.results_told', '=', true)
    .where('item.restricted', 'is', null)
    .where('item.state', '<>', 'consolidated')
    .orderBy('item.case_number')
    .execute()
}

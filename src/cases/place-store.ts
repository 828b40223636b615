import type { Db } from '../platform/database/connection.ts'
import type { CaseState } from './case-states.ts'

/** A part of the organisation that cases stand in. */
export interface PlaceOfCases {
  administrationId: string
  part: 'centre' | 'unit' | 'service'
  id: string
}

const COLUMN = { centre: 'centre_id', unit: 'unit_id', service: 'service_id' } as const

/** How many open cases stand there, by state. */
export async function countOpenAt(
  db: Db,
  { administrationId, part, id }: PlaceOfCases,
): Promise<{ state: CaseState; count: number }[]> {
  return db
    .selectFrom('cases')
    .select((on) => ['state', on.fn.countAll<number>().as('count')])
    .where('administration_id', '=', administrationId)
    .where(COLUMN[part], '=', id)
    .where('is_open', '=', true)
    .groupBy('state')
    .orderBy('state')
    .execute()
}

export async function listOpenAt(
  db: Db,
  { administrationId, part, id }: PlaceOfCases,
): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('case_id')
    .where('administration_id', '=', administrationId)
    .where(COLUMN[part], '=', id)
    .where('is_open', '=', true)
    .orderBy('case_id')
    .execute()
  return rows.map(({ case_id }) => case_id)
}

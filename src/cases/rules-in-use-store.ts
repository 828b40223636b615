import type { Db } from '../platform/database/connection.ts'

/** Open cases go on under the rules by which they came in. */
export interface RulesInUse {
  kind: string
  regimeVersion: number
  open: number
}

export async function listRulesInUse(db: Db, administrationId: string): Promise<RulesInUse[]> {
  return db
    .selectFrom('cases')
    .select((is) => [
      'kind',
      'regime_version as regimeVersion',
      is.cast<number>(is.fn.countAll(), 'integer').as('open'),
    ])
    .where('administration_id', '=', administrationId)
    .where('is_open', '=', true)
    .groupBy(['kind', 'regime_version'])
    .execute()
}

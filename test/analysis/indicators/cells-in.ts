import type { System } from '../../../src/system.ts'

/** Every cell of an administration, in one order. */
export function cellsIn({ db }: System, administrationId: string) {
  return db
    .selectFrom('indicator_cells')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('within')
    .orderBy('breakdown')
    .orderBy('month')
    .orderBy('kind')
    .orderBy('member')
    .execute()
}

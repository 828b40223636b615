import { sql, type Generated } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { FiguresUpTo } from './figure.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    indicator_states: {
      administration_id: string
      formulas: number
      began_on: Generated<PlainDate | null>
      counted_at: Date
    }
  }
}

/** Up to when the figures tell what happened. */
export async function figuresUpTo(db: Db, administrationId: string): Promise<FiguresUpTo> {
  const { rows } = await sql<FiguresUpTo>`
    select (select counted_at from indicator_states where administration_id = ${administrationId} and formulas > 0) as at,
      (select count(distinct case_id) from case_marks
        where administration_id = ${administrationId})::int as behind`.execute(db)
  return rows[0] ?? { at: null, behind: 0 }
}

/** With which formulas the cells were counted; 0: never. */
export interface CountedWith {
  formulas: number
}

/** Held until the transaction ends: one at a time counts. Null: somebody else is counting. */
export async function lockState(
  tx: Tx,
  administrationId: string,
  now: Date,
  wait: 'wait' | 'skip',
): Promise<CountedWith | null> {
  await sql`insert into indicator_states (administration_id, formulas, counted_at)
    values (${administrationId}, 0, ${now}) on conflict do nothing`.execute(tx)
  const { rows } = await sql<CountedWith>`select formulas from indicator_states
    where administration_id = ${administrationId}
    for update ${wait === 'skip' ? sql`skip locked` : sql``}`.execute(tx)
  return rows[0] ?? null
}

export async function updateState(
  tx: Tx,
  administrationId: string,
  { formulas, now, beganOn }: { formulas: number; now: Date; beganOn: PlainDate | null },
): Promise<void> {
  await sql`update indicator_states set formulas = ${formulas}, counted_at = ${now},
      began_on = least(began_on, ${beganOn}::date)
    where administration_id = ${administrationId}`.execute(tx)
}

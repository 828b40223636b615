import { sql } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { FiguresUpTo } from './figure.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    indicator_states: {
      administration_id: string
      formulas: number
      counted_at: Date
    }
  }
}

/** Up to when the figures tell what happened. */
export async function figuresUpTo(db: Db, administrationId: string): Promise<FiguresUpTo> {
  const { rows } = await sql<FiguresUpTo>`
    select (select counted_at from indicator_states where administration_id = ${administrationId}) as at,
      (select count(*) from case_marks where administration_id = ${administrationId})::int as behind`.execute(
    db,
  )
  return rows[0] ?? { at: null, behind: 0 }
}

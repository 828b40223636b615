import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { System } from '../../../src/system.ts'

export interface CopiedCase {
  text: string
  registeredAt: Date
  /** Columns that are otherwise. */
  more: Readonly<Record<string, unknown>>
}

/** Many cases like one that was filed, at once; for tests that read them and take no step. */
export async function copyCases(
  { db }: System,
  caseNumber: string,
  copies: readonly CopiedCase[],
): Promise<void> {
  const made = copies.map(({ text, registeredAt, more }, at) => {
    const unique = `\\x${createHash('sha256').update(`${caseNumber} ${at}`).digest('hex')}`
    return {
      text,
      case_id: randomUUID(),
      case_number: `${caseNumber.slice(0, -6)}9${String(at).padStart(5, '0')}`,
      registered_at: registeredAt.toISOString(),
      tracking_token_hash: unique,
      idempotency_hash: unique,
      summary: text.slice(0, 160),
      ...more,
    }
  })
  const columns = await sql<{ names: string }>`
    select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
    where table_name = 'cases' and is_generated = 'NEVER'`.execute(db)
  const names = sql.raw(columns.rows[0]?.names ?? '')
  const changes = sql`jsonb_array_elements(${JSON.stringify(made)}::jsonb) as each(change)`
  await sql`insert into cases (${names}) select ${names} from (
    select (jsonb_populate_record(item, change)).* from cases as item, ${changes}
    where item.case_number = ${caseNumber}) as made`.execute(db)
  await sql`insert into case_contents (administration_id, content_id, case_id, kind, body, commitment, written_at)
    select administration_id, gen_random_uuid(), case_id, 'description', change->>'text', '\\x00', registered_at
    from cases, ${changes} where case_id = (change->>'case_id')::uuid`.execute(db)
  await sql`update cases set search = to_tsvector('libro_es', body) from case_contents as told
    where told.case_id = cases.case_id and told.commitment = '\\x00'`.execute(db)
}

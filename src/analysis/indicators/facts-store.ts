import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connection.ts'
import type { CaseFacts } from './case-facts.ts'
import { keep, restore, type KeptFacts } from './kept-facts.ts'

/** The facts with which these cases were counted last. */
export async function listCounted(
  tx: Tx,
  administrationId: string,
  source: CaseFacts['source'],
  caseIds: readonly string[],
): Promise<CaseFacts[]> {
  const { rows } = await sql<{ caseId: string; facts: KeptFacts }>`
    select case_id as "caseId", facts from indicator_facts
    where administration_id = ${administrationId} and source = ${source}
      and case_id = any(${caseIds})`.execute(tx)
  return rows.map(({ caseId, facts }) => restore({ administrationId, source, caseId }, facts))
}

export async function upsertCounted(tx: Tx, facts: readonly CaseFacts[]): Promise<void> {
  if (facts.length === 0) return
  const rows = facts.map((each) => ({
    administration_id: each.administrationId,
    source: each.source,
    case_id: each.caseId,
    facts: keep(each),
  }))
  await sql`
    insert into indicator_facts (administration_id, source, case_id, facts)
    select administration_id, source, case_id, facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as told (administration_id uuid, source text, case_id uuid, facts jsonb)
    on conflict (administration_id, source, case_id) do update set facts = excluded.facts`.execute(
    tx,
  )
}

export async function deleteCounted(tx: Tx, administrationId: string): Promise<void> {
  await sql`delete from indicator_facts where administration_id = ${administrationId}`.execute(tx)
}

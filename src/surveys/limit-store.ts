import { sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    survey_spent_forms: { form_hash: Buffer; expires_at: Date }
    survey_hours: { administration_id: string; campaign_id: string; hour: Date; taken: number }
  }
}

/** Whether it had not been sent before. Those that expired meanwhile are forgotten. */
export async function spendForm(
  tx: Tx,
  form: { hash: Buffer; expiresAt: Date },
  now: Date,
): Promise<boolean> {
  await tx.deleteFrom('survey_spent_forms').where('expires_at', '<=', now).execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('survey_spent_forms')
    .values({ form_hash: form.hash, expires_at: form.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Whether one more answer fits into this hour of the campaign; if so it is counted. */
export async function countInHour(
  tx: Tx,
  { administrationId, campaignId }: { administrationId: string; campaignId: string },
  { hour, ceiling }: { hour: Date; ceiling: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into survey_hours (administration_id, campaign_id, hour, taken)
    values (${administrationId}, ${campaignId}, ${hour}, 1)
    on conflict (administration_id, campaign_id) do update set
      taken = case when survey_hours.hour = excluded.hour then survey_hours.taken + 1 else 1 end,
      hour = excluded.hour
      where survey_hours.hour <> excluded.hour or survey_hours.taken < ${ceiling}
    returning taken`.execute(tx)
  return rows.length === 1
}

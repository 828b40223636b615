import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { AnswerTemplate, UsedTemplate } from './answer-template.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    answer_templates: {
      administration_id: string
      template_id: string
      name: string
      body: string
      measures: string
      kinds: string[]
      service_ids: string[]
      language: string | null
    }
    answer_template_uses: {
      administration_id: string
      template_id: string
      used: number
      last_used_at: Date
    }
  }
}

export async function listTemplates(db: Db, administrationId: string): Promise<UsedTemplate[]> {
  const rows = await db
    .selectFrom('answer_templates as template')
    .leftJoin('answer_template_uses as use', (on) =>
      on
        .onRef('use.administration_id', '=', 'template.administration_id')
        .onRef('use.template_id', '=', 'template.template_id'),
    )
    .selectAll('template')
    .select(['use.used', 'use.last_used_at'])
    .where('template.administration_id', '=', administrationId)
    .orderBy('name')
    .orderBy('template.template_id')
    .execute()
  return rows.map(({ used, last_used_at: lastUsedAt, ...row }) => ({
    ...templateFromRow(row),
    use: used === null || lastUsedAt === null ? null : { used, lastUsedAt },
  }))
}

export async function findTemplate(
  db: Db,
  administrationId: string,
  templateId: string,
): Promise<AnswerTemplate | null> {
  const row = await db
    .selectFrom('answer_templates')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('template_id', '=', templateId)
    .executeTakeFirst()
  return row ? templateFromRow(row) : null
}

export async function writeTemplate(
  tx: Tx,
  administrationId: string,
  { templateId, serviceIds, name, body, measures, kinds, language }: AnswerTemplate,
): Promise<void> {
  const values = { name, body, measures, kinds, service_ids: serviceIds, language }
  await tx
    .insertInto('answer_templates')
    .values({ administration_id: administrationId, template_id: templateId, ...values })
    .onConflict((on) => on.columns(['administration_id', 'template_id']).doUpdateSet(values))
    .execute()
}

export async function deleteTemplate(
  tx: Tx,
  administrationId: string,
  templateId: string,
): Promise<void> {
  await tx
    .deleteFrom('answer_templates')
    .where('administration_id', '=', administrationId)
    .where('template_id', '=', templateId)
    .execute()
}

export async function countUse(
  tx: Tx,
  administrationId: string,
  { templateId, at }: { templateId: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('answer_template_uses')
    .values({
      administration_id: administrationId,
      template_id: templateId,
      used: 1,
      last_used_at: at,
    })
    .onConflict((on) =>
      on.columns(['administration_id', 'template_id']).doUpdateSet({
        used: sql`answer_template_uses.used + 1`,
        last_used_at: at,
      }),
    )
    .execute()
}

function templateFromRow(row: {
  template_id: string
  name: string
  body: string
  measures: string
  kinds: string[]
  service_ids: string[]
  language: string | null
}): AnswerTemplate {
  return {
    templateId: row.template_id,
    name: row.name,
    body: row.body,
    measures: row.measures,
    kinds: row.kinds,
    serviceIds: row.service_ids,
    language: row.language,
  }
}

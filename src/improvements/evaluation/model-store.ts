import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { modelFile, type EvaluationModel } from './model.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    evaluation_models: {
      model_code: string
      version: number
      document: unknown
      loaded_at: Date
    }
    evaluation_own_models: {
      administration_id: string
      version: number
      document: unknown
      reason: string
      written_at: Date
      written_by: string
    }
  }
}

/** Whether it was new; a version that is there already stays as it is. */
export async function insertShippedModel(
  db: Db,
  model: EvaluationModel,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('evaluation_models')
    .values({
      model_code: model.code,
      version: model.version,
      document: asJson(model),
      loaded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function getShippedModel(
  db: Db,
  code: string,
  version: number,
): Promise<EvaluationModel> {
  const row = await db
    .selectFrom('evaluation_models')
    .select('document')
    .where('model_code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return modelFile.parse(row.document)
}

/** Of each the newest version: what an administration may adopt. */
export async function listShippedModels(db: Db): Promise<EvaluationModel[]> {
  const rows = await db
    .selectFrom('evaluation_models')
    .distinctOn('model_code')
    .select('document')
    .orderBy('model_code')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ document }) => modelFile.parse(document))
}

/** The model of an administration as it stood from some moment on. */
export interface OwnModel {
  version: number
  model: EvaluationModel
  reason: string
  writtenAt: Date
  writtenBy: string
}

/** The one that holds now; null: none was adopted. */
export async function findOwnModel(db: Db, administrationId: string): Promise<OwnModel | null> {
  return (await listOwnModels(db, administrationId, 1))[0] ?? null
}

export async function getOwnModel(
  db: Db,
  administrationId: string,
  version: number,
): Promise<OwnModel> {
  const row = await db
    .selectFrom('evaluation_own_models')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return ownModelOf(row)
}

/** The newest first. */
export async function listOwnModels(
  db: Db,
  administrationId: string,
  most = 50,
): Promise<OwnModel[]> {
  const rows = await db
    .selectFrom('evaluation_own_models')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('version', 'desc')
    .limit(most)
    .execute()
  return rows.map(ownModelOf)
}

/** Whether nobody had written that version before. */
export async function insertOwnModel(
  tx: Tx,
  administrationId: string,
  own: OwnModel,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('evaluation_own_models')
    .values({
      administration_id: administrationId,
      version: own.version,
      document: asJson(own.model),
      reason: own.reason,
      written_at: own.writtenAt,
      written_by: own.writtenBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function asJson(model: EvaluationModel) {
  return sql<unknown>`${JSON.stringify(model)}::jsonb`
}

function ownModelOf(row: {
  version: number
  document: unknown
  reason: string
  written_at: Date
  written_by: string
}): OwnModel {
  return {
    version: row.version,
    model: modelFile.parse(row.document),
    reason: row.reason,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
  }
}

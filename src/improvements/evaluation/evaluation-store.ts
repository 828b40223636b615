import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Evaluation, EvaluationKind } from './evaluation.ts'
import type { EvaluationResult } from './score.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    evaluations: EvaluationsTable
  }
}

interface EvaluationsTable {
  administration_id: string
  evaluation_id: string
  centre_id: string
  year: number
  kind: EvaluationKind
  model_version: number
  state: Evaluation['state']
  begun_at: Date
  begun_by: string
  conclusion: string
  result: EvaluationResult | null
  signed_at: Date | null
  signed_by: string | null
}

/** Whether none of its kind was open there. */
export async function insertEvaluation(
  tx: Tx,
  evaluation: Pick<
    Evaluation,
    | 'administrationId'
    | 'evaluationId'
    | 'centreId'
    | 'year'
    | 'kind'
    | 'modelVersion'
    | 'begunAt'
    | 'begunBy'
  >,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('evaluations')
    .values({
      administration_id: evaluation.administrationId,
      evaluation_id: evaluation.evaluationId,
      centre_id: evaluation.centreId,
      year: evaluation.year,
      kind: evaluation.kind,
      model_version: evaluation.modelVersion,
      state: 'open',
      begun_at: evaluation.begunAt,
      begun_by: evaluation.begunBy,
      conclusion: '',
      result: null,
      signed_at: null,
      signed_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function getEvaluation(
  db: Db,
  administrationId: string,
  evaluationId: string,
): Promise<Evaluation> {
  const row = await db
    .selectFrom('evaluations')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('evaluation_id', '=', evaluationId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return evaluationOf(row)
}

/** Held until the transaction ends, so that nothing is marked while it is signed. */
export async function lockEvaluation(
  tx: Tx,
  administrationId: string,
  evaluationId: string,
): Promise<Evaluation> {
  const row = await tx
    .selectFrom('evaluations')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('evaluation_id', '=', evaluationId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return evaluationOf(row)
}

/** The newest first; without a centre those of all. */
export async function listEvaluations(
  db: Db,
  administrationId: string,
  centreId: string | null = null,
): Promise<Evaluation[]> {
  let query = db
    .selectFrom('evaluations')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('year', 'desc')
    .orderBy('begun_at', 'desc')
  if (centreId !== null) query = query.where('centre_id', '=', centreId)
  return (await query.execute()).map(evaluationOf)
}

export async function updateSigned(
  tx: Tx,
  { administrationId, evaluationId }: Pick<Evaluation, 'administrationId' | 'evaluationId'>,
  signed: { at: Date; by: string; conclusion: string; result: EvaluationResult },
): Promise<void> {
  await tx
    .updateTable('evaluations')
    .set({
      state: 'signed',
      signed_at: signed.at,
      signed_by: signed.by,
      conclusion: signed.conclusion,
      result: sql<EvaluationResult>`${JSON.stringify(signed.result)}::jsonb`,
    })
    .where('administration_id', '=', administrationId)
    .where('evaluation_id', '=', evaluationId)
    .execute()
}

function evaluationOf(row: Selectable<EvaluationsTable>): Evaluation {
  return {
    administrationId: row.administration_id,
    evaluationId: row.evaluation_id,
    centreId: row.centre_id,
    year: row.year,
    kind: row.kind,
    modelVersion: row.model_version,
    state: row.state,
    begunAt: row.begun_at,
    begunBy: row.begun_by,
    conclusion: row.conclusion,
    result: row.result,
    signedAt: row.signed_at,
    signedBy: row.signed_by,
  }
}

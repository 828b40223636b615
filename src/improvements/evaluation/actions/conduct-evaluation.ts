import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { EvaluationKind } from '../evaluation.ts'
import { insertEvaluation, lockEvaluation, updateSigned } from '../evaluation-store.ts'
import { listMarks, upsertMark } from '../mark-store.ts'
import { elementsOf } from '../model.ts'
import { findOwnModel, getOwnModel } from '../model-store.ts'
import { isUndecided } from '../visit-item.ts'
import { listVisitItems } from '../visit-item-store.ts'
import { resultOf, unmarked, type Mark, type MarkState } from '../score.ts'

type Ground = Pick<System, 'db'>

/** With the model as it stands now, whatever becomes of it later; one of a kind is open in a centre at a time. */
export async function beginEvaluation(
  { db }: Ground,
  deed: StaffDeed,
  { centreId, year, kind }: { centreId: string; year: number; kind: EvaluationKind },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const evaluationId = randomUUID()
  await inTransaction(db, async (tx) => {
    const own = await findOwnModel(tx, administrationId)
    if (!own) throw new WrongState()
    const begun = { begunAt: at, begunBy: accountId, modelVersion: own.version }
    const place = { administrationId, evaluationId, centreId, year, kind }
    if (!(await insertEvaluation(tx, { ...place, ...begun }))) throw new WrongState()
    const details = { evaluationId, kind, version: own.version }
    await recordChange(tx, { ...deed, action: 'evaluation_begun', details })
  })
  return evaluationId
}

export interface MarkToMake {
  elementId: string
  state: MarkState
  reason: string
  /** The one that the form was made from; 0: there was none. */
  revision: number
}

/** Marks elements together. Where somebody marked one meanwhile, nothing is taken and the fields are told. */
export async function markElements(
  { db }: Ground,
  deed: StaffDeed,
  evaluationId: string,
  marks: readonly MarkToMake[],
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const evaluation = await lockEvaluation(tx, administrationId, evaluationId)
    if (evaluation.state !== 'open') throw new WrongState()
    const { model } = await getOwnModel(tx, administrationId, evaluation.modelVersion)
    const known = new Set(elementsOf(model).map(({ id }) => id))
    if (marks.some(({ elementId }) => !known.has(elementId))) throw new NotFound()
    const before = new Map((await listMarks(tx, evaluation)).map((mark) => [mark.elementId, mark]))
    const changed = marks.filter((mark) => isChange(mark, before.get(mark.elementId)))
    const problems = changed.flatMap((mark) => problemOf(mark, before.get(mark.elementId)))
    if (problems.length > 0) throw new Invalid(problems)
    for (const { elementId, state, reason } of changed) {
      const made = { markedAt: at, markedBy: accountId }
      await upsertMark(tx, evaluation, { elementId, state, reason, ...made })
    }
    const details = { evaluationId, elements: changed.length }
    await recordChange(tx, { ...deed, action: 'evaluation_marked', details })
  })
}

function isChange({ state, reason }: MarkToMake, before: Mark | undefined): boolean {
  return before?.state !== state || before.reason !== reason
}

function problemOf(mark: MarkToMake, before: Mark | undefined): FieldProblem[] {
  if (mark.state !== 'met' && mark.reason === '') return [problem(mark, 'reason_required')]
  if ((before?.revision ?? 0) !== mark.revision) return [problem(mark, 'changed_meanwhile')]
  return []
}

function problem({ elementId }: MarkToMake, code: string): FieldProblem {
  const text = `improvements-evaluation.problems.mark.${code}`
  return { field: `reason-${elementId}`, code, text, values: { id: elementId } }
}

/** Every element is marked and nothing is contested; the result is worked out once and stays. */
export async function signEvaluation(
  { db }: Ground,
  deed: StaffDeed,
  { evaluationId, conclusion }: { evaluationId: string; conclusion: string },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const evaluation = await lockEvaluation(tx, administrationId, evaluationId)
    if (evaluation.state !== 'open') throw new WrongState()
    const { model } = await getOwnModel(tx, administrationId, evaluation.modelVersion)
    const marks = await listMarks(tx, evaluation)
    const left = unmarked(model, marks).length
    if (left > 0) {
      throw new Invalid([{ field: 'conclusion', code: 'unmarked', values: { count: left } }])
    }
    const undecided = (await listVisitItems(tx, evaluation)).filter(isUndecided).length
    if (undecided > 0) {
      throw new Invalid([{ field: 'conclusion', code: 'undecided', values: { count: undecided } }])
    }
    const result = resultOf(model, marks)
    await updateSigned(tx, evaluation, { at, by: accountId, conclusion, result })
    const details = { evaluationId, kind: evaluation.kind }
    await recordChange(tx, { ...deed, action: 'evaluation_signed', details })
  })
}

import type { Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import type { System } from '../../../system.ts'
import type { Evaluation } from '../evaluation.ts'
import { mayEvaluate } from '../evaluation-policy.ts'
import { getEvaluation } from '../evaluation-store.ts'

/** A visit to a centre that this person may make, as the tablet asks about it. */
export interface OpenedVisit extends StaffVisit {
  evaluation: Evaluation
}

export async function openVisit(
  system: System,
  response: Response,
  evaluationId: unknown,
): Promise<OpenedVisit> {
  const visit = await openStaffVisit(system, response)
  const { administrationId } = visit.deed
  if (!isId(evaluationId)) throw new NotFound()
  const evaluation = await getEvaluation(system.db, administrationId, evaluationId)
  const place = { administrationId, centreId: evaluation.centreId }
  if (evaluation.kind !== 'visit' || !mayEvaluate(visit.staff, 'visit', place)) throw new NotFound()
  return { ...visit, evaluation }
}

import {
  correctPerson,
  eraseForRequest,
  listCasesById,
  opposeAnalysis,
  type Case,
  type PersonInput,
} from '../../cases/index.ts'
import { holdsWithin } from '../../people/index.ts'
import type { System } from '../../system.ts'
import type { DataRequest } from '../data-request.ts'
import { listRequestCases } from '../request-step-store.ts'
import { findRequest } from '../request-store.ts'
import { checkRequestStep, takeRequestStep, type RequestStepTaken } from './take-request-step.ts'

/**
 * What was granted is done in each case by the book's own steps, and then the request says so. A case that may
 * not be touched refuses; what was done before stays done, and the same again goes on from there.
 */
export async function makeEffective(
  system: System,
  taken: RequestStepTaken,
  now: Date,
  corrected?: PersonInput,
): Promise<DataRequest> {
  const found = await findRequest(system.db, taken.ref)
  const request = checkRequestStep(found, taken, 'make_effective')
  const caseIds = await listRequestCases(system.db, request)
  const items = await listCasesById(system.db, request.administrationId, caseIds)
  for (const item of items) await serve(system, request, item, { taken, now, corrected })
  return takeRequestStep(system, taken, 'make_effective', now, () => ({ effectiveAt: now }))
}

async function serve(
  system: System,
  { right }: DataRequest,
  item: Case,
  {
    taken,
    now,
    corrected,
  }: { taken: RequestStepTaken; now: Date; corrected?: PersonInput | undefined },
): Promise<void> {
  const by = { accountId: taken.staff?.accountId ?? '', role: roleOf(taken, item) }
  if (right === 'erasure') await eraseForRequest(system, item, 'content', now)
  if (right === 'opposition') await opposeAnalysis(system, item, by, now)
  if (right === 'correction' && corrected) await correctPerson(system, item, by, corrected, now)
}

function roleOf({ staff }: RequestStepTaken, { administrationId }: Case): string {
  const isManager = staff !== null && holdsWithin(staff, ['claims_manager'], administrationId)
  return isManager ? 'claims_manager' : 'deputy_claims_manager'
}

import type { Request, Response } from 'express'
import { recordLook } from '../../audit/index.ts'
import { caseViewer, listCasesById, listSeenCases, type Case } from '../../cases/index.ts'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import type { DataRequest } from '../data-request.ts'
import { allowedSteps, mayReadPerson } from '../request-policy.ts'
import type { RequestAction } from '../request-states.ts'
import { findRequest } from '../request-store.ts'
import { listRequestCases } from '../request-step-store.ts'
import { staffUrls, type StaffUrls } from '../urls.ts'

/** A request as somebody of the staff has it before them. */
export interface StaffRoom extends StaffVisit {
  request: DataRequest
  /** Those that they may see; of the others only how many. */
  items: readonly Case[]
  hidden: number
  allowed: readonly RequestAction[]
  /** Whether they see who asks and what was written. */
  readsPerson: boolean
  urls: StaffUrls
}

export async function enterRequest(
  system: System,
  request: Request,
  response: Response,
): Promise<StaffRoom> {
  const visit = await openStaffVisit(system, response)
  const { administrationId } = visit.deed
  const requestNumber = String(request.params['requestNumber'])
  const found = await findRequest(system.db, { administrationId, requestNumber })
  if (!found) throw new NotFound()
  const caseIds = await listRequestCases(system.db, found)
  const viewer = caseViewer(visit.staff, visit.book)
  const seen = await listSeenCases(system.db, viewer, caseIds)
  const items = await listCasesById(system.db, administrationId, [...seen.keys()])
  return {
    ...visit,
    request: found,
    items,
    hidden: caseIds.length - items.length,
    allowed: allowedSteps(visit.staff, found),
    readsPerson: mayReadPerson(visit.staff, administrationId),
    urls: staffUrls(visit.slug, requestNumber),
  }
}

/** Before the page is sent: who looked at which request. */
export async function recordRequestLook(
  system: System,
  { deed, request, items }: StaffRoom,
  what: 'data_request' | 'person_file',
): Promise<void> {
  const details = { request: request.requestNumber }
  await recordLook(system.db, { ...deed, what, details, caseId: items[0]?.caseId ?? null })
}

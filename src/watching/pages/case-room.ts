import type { Request, Response } from 'express'
import { canSee, caseViewer, findCase, type Case, type CaseViewer } from '../../cases/index.ts'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'

export interface ViewerVisit extends StaffVisit {
  viewer: CaseViewer
}

export async function openViewerVisit(system: System, response: Response): Promise<ViewerVisit> {
  const visit = await openStaffVisit(system, response)
  return { ...visit, viewer: caseViewer(visit.staff, visit.book) }
}

/** A case before somebody who may see it, without all that its page shows. */
export async function openSeenCase(
  system: System,
  request: Request,
  response: Response,
): Promise<ViewerVisit & { item: Case }> {
  const visit = await openViewerVisit(system, response)
  const { administrationId } = visit.viewer
  const caseNumber = String(request.params['caseNumber'])
  const item = await findCase(system.db, { administrationId, caseNumber })
  if (!item || !canSee(visit.viewer, item)) throw new NotFound()
  return { ...visit, item }
}

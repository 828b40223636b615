import type { Response } from 'express'
import { caseViewer, type CaseViewer } from '../../cases/index.ts'
import {
  listColleagues,
  openStaffVisit,
  type Colleague,
  type StaffVisit,
} from '../../people/index.ts'
import type { System } from '../../system.ts'
import { peopleOf } from '../workload-policy.ts'
import { workloadUrls } from '../urls.ts'

/** What every page of this room starts from. */
export interface Room extends StaffVisit {
  viewer: CaseViewer
  urls: ReturnType<typeof workloadUrls>
  /** Who works there today. */
  colleagues: readonly Colleague[]
  /** Those among them whose work the viewer shares out. */
  people: readonly Colleague[]
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { staff, book, slug, deed, today } = visit
  const colleagues = await listColleagues(system.db, deed.administrationId, today)
  return {
    ...visit,
    viewer: caseViewer(staff, book),
    urls: workloadUrls(slug),
    colleagues,
    people: peopleOf(staff, deed.administrationId, colleagues),
  }
}

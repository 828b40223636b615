import type { Response } from 'express'
import { holdsWithin, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { type PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import type { System } from '../../system.ts'
import { keepers } from '../collection-policy.ts'
import { programmeUrls, type ProgrammeUrls } from './urls.ts'

/** What every page of the programme starts from. */
export interface Room extends StaffVisit {
  urls: ProgrammeUrls
  mayKeep: boolean
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { slug, staff, deed } = visit
  return {
    ...visit,
    urls: programmeUrls(slug),
    mayKeep: holdsWithin(staff, keepers, deed.administrationId),
  }
}

export function idOf(value: unknown): string {
  if (!isId(value)) throw new NotFound()
  return value
}

/** The year asked for, else the one that it is there. */
export function yearOf(asked: unknown, today: PlainDate): number {
  return typeof asked === 'string' && /^20\d\d$/.test(asked)
    ? Number(asked)
    : Number(today.slice(0, 4))
}

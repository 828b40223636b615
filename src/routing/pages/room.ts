import type { Request, Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { idIn } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { routingUrls, type RoutingUrls } from './urls.ts'

/** What every page of the routing rules starts from. */
export interface Room extends StaffVisit {
  urls: RoutingUrls
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  return { ...visit, urls: routingUrls(visit.slug) }
}

export function ruleIdOf(request: Request): string {
  return idIn(request, 'ruleId')
}

import type { Request, Response } from 'express'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import type { System } from '../../../system.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import type { Project } from '../project.ts'
import { readProject, type WholeProject } from '../read-project.ts'
import { projectUrls, type ProjectUrls } from '../urls.ts'

export interface ProjectRoom extends ImprovementRoom {
  urls: ProjectUrls
  timeZone: string
}

export async function enterProjects(
  system: System,
  response: Response,
  request: Request,
): Promise<ProjectRoom> {
  const room = await enterRoom(system, response, request)
  const { timeZone } = room.book.administration
  return { ...room, urls: projectUrls(room.slug), timeZone }
}

export interface ProjectVisit {
  room: ProjectRoom
  whole: WholeProject
}

/** A project of a centre that is not the person's to see does not exist. */
export async function openProject(
  system: System,
  response: Response,
  request: Request,
): Promise<ProjectVisit> {
  const room = await enterProjects(system, response, request)
  const projectId = idOf(request.params['projectId'])
  const { administrationId } = room.deed
  const whole = await readProject(system.db, { administrationId, projectId }, room.today)
  if (!isSeen(room, whole.project)) throw new NotFound()
  return { room, whole }
}

export function isSeen({ seesAll, centres }: ProjectRoom, { centreId }: Project): boolean {
  return seesAll || centreId === null || centres.some((centre) => centre.centreId === centreId)
}

export function idOf(value: unknown): string {
  if (!isId(value)) throw new NotFound()
  return value
}

export function placeName({ book, t }: ProjectRoom, centreId: string | null): string {
  return centreId === null ? t('improvements.all_centres') : (book.names.get(centreId) ?? '')
}

import type { Request, Response } from 'express'
import type { Centre } from '../../../administrations/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { mayFill } from '../evaluation-policy.ts'
import { findOwnModel, type OwnModel } from '../model-store.ts'
import { evaluationUrls, type EvaluationUrls } from './urls.ts'

/** What every page of the evaluation starts from. */
export interface EvaluationRoom extends ImprovementRoom {
  urls: EvaluationUrls
  year: number
  /** Null: the administration adopted none yet. */
  own: OwnModel | null
  mayFill: boolean
  /** The address with the same centre and year. */
  there: (url: string) => string
}

export async function enterEvaluation(
  system: System,
  request: Request,
  response: Response,
): Promise<EvaluationRoom> {
  const room = await enterRoom(system, response, request)
  const year = yearOf(request.query.anio, room.today)
  return {
    ...room,
    urls: evaluationUrls(room.slug),
    year,
    own: await findOwnModel(system.db, room.deed.administrationId),
    mayFill: room.centre !== null && mayFill(room.staff, room.place),
    there: (url) => `${room.here(`${url}?anio=${year}`)}`,
  }
}

/** Elements are shown centre by centre. */
export type RoomOfCentre = EvaluationRoom & { centre: Centre; own: OwnModel }

export async function enterCentre(
  system: System,
  request: Request,
  response: Response,
): Promise<RoomOfCentre> {
  const room = await enterEvaluation(system, request, response)
  const { centre, own } = room
  if (!centre || !own) throw new NotFound()
  return { ...room, centre, own }
}

/** The year asked for, else the one that it is there. */
function yearOf(asked: unknown, today: string): number {
  const isYear = typeof asked === 'string' && /^20\d\d$/.test(asked)
  return Number(isYear ? asked : today.slice(0, 4))
}

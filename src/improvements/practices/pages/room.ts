import type { Request, Response } from 'express'
import { NotFound } from '../../../platform/errors.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { readPractice, type WholePractice } from '../read-practice.ts'

export interface PracticeRoom {
  room: ImprovementRoom
  whole: WholePractice
  mayWrite: boolean
}

/** A practice of another centre does not exist. */
export async function enterPractice(
  system: System,
  request: Request,
  response: Response,
): Promise<PracticeRoom> {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const whole = await readPractice(system.db, administrationId, idIn(request, 'practiceId'))
  const { centreId } = whole.practice
  const isSeen =
    centreId === null || room.seesAll || room.centres.some((each) => each.centreId === centreId)
  if (!isSeen) throw new NotFound()
  return { room, whole, mayWrite: mayImprove(room.staff, whole.practice) }
}

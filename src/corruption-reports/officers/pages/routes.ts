import express, { Router } from 'express'
import { sealedMemberOf, type Role, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import {
  postAct,
  postApproval,
  postEpoch,
  postIdentityRequest,
  postMessage,
  postReader,
} from '../api/act.ts'
import { ownPlaces, readAsked, readPart } from '../api/read.ts'
import { ROOM, roomUrl, WHOLE_REPORT } from '../urls.ts'
import { recordTold } from '../api/record-told.ts'
import { officerRoom } from './room.ts'

/** The largest content as base64url, with a place for every member. */
const LONGEST_BODY = '2mb'

export const READER_ROLES: readonly Role[] = ['integrity_officer', 'alternate_authority']

export const officersSection: Section = {
  text: 'officers.title',
  path: ROOM,
  roles: READER_ROLES,
  sealed: true,
}

/** No id of a report ever stands in an address: whatever is asked for travels in the body. */
export function officerRoutes(system: System): Router {
  const router = Router()
  const room = roomUrl(':slug')
  const reader = sealedMemberOf(...READER_ROLES)
  const whole = express.json({ limit: LONGEST_BODY })
  addRoutes(router, [
    ['get', room, reader, officerRoom(system)],
    ['post', `${room}/lugares`, reader, ownPlaces(system)],
    ['post', `${room}/lectura`, reader, readAsked(system)],
    ['post', `${room}/archivo`, reader, readPart(system)],
    ['post', `${room}/acto`, reader, postAct(system)],
    ['post', `${room}/mensaje`, reader, postMessage(system)],
    ['post', `${room}/${WHOLE_REPORT.told}`, reader, recordTold(system), whole],
    ['post', `${room}/${WHOLE_REPORT.epoch}`, reader, postEpoch(system), whole],
    ['post', `${room}/identidad`, reader, postIdentityRequest(system)],
    ['post', `${room}/lector`, reader, postReader(system)],
    ['post', `${room}/lector/aprobacion`, reader, postApproval(system)],
  ])
  return router
}

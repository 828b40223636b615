import express, { Router } from 'express'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { openDialogueApi, postIdentity, postMessage, postWithdrawal } from './post-dialogue.ts'

const DIALOGUE = '/api/v1/administrations/:slug/corruption-reports/dialogue'
const LONGEST_BODY = '300kb'

/** The reporter's return, for our own script and for other systems: everything in bodies, nothing in addresses. */
export function dialogueApiRoutes(system: System): Router {
  const router = Router()
  const json = express.json({ limit: LONGEST_BODY })
  addRoutes(router, [
    ['post', DIALOGUE, anyone, openDialogueApi(system), json],
    ['post', `${DIALOGUE}/messages`, anyone, postMessage(system), json],
    ['post', `${DIALOGUE}/identity`, anyone, postIdentity(system), json],
    ['post', `${DIALOGUE}/withdrawal`, anyone, postWithdrawal(system), json],
  ])
  return router
}

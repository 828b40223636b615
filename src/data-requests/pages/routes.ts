import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes, anyone } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { READERS } from '../request-policy.ts'
import { ATTENDANTS, DECIDERS } from '../request-states.ts'
import { followPaths, staffPaths } from '../urls.ts'
import { sendAsk, showAsk } from './ask.ts'
import { enter, showEnter } from './enter.ts'
import { sendEntry, showEntry, showReceipt } from './entry.ts'
import { sendGranted, sendWithdrawal, showRequest } from './follow-page.ts'
import { showRequests } from './list.ts'
import { showStaffRequest } from './request-page.ts'
import { sendEffect } from './send-effect.ts'
import { sendFile } from './send-file.ts'
import { sendCase, sendRequestStep } from './send-step.ts'
import { takeAll } from './take-all.ts'

export const dataRequestsSection: Section = {
  text: 'data-requests.title',
  path: 'solicitudes',
  roles: READERS,
}

/** What people ask about their own data. Before the routes of following, whose addresses it shares. */
export function dataRequestRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...READERS)
  const attending = staffOf(...ATTENDANTS)
  const deciding = staffOf(...DECIDERS)
  addRoutes(router, [
    ['get', followPaths.enter, anyone, showEnter],
    ['post', followPaths.enter, anyone, enter(system)],
    ['get', followPaths.request, anyone, showRequest(system)],
    ['get', followPaths.file, anyone, sendGranted(system)],
    ['post', followPaths.withdrawal, anyone, sendWithdrawal(system)],
    ['get', followPaths.ask, anyone, showAsk(system)],
    ['post', followPaths.ask, anyone, sendAsk(system)],
    ['get', followPaths.takeAll, anyone, takeAll(system)],
    ['get', staffPaths.list, reading, showRequests(system)],
    ['get', staffPaths.entry, attending, showEntry(system)],
    ['post', staffPaths.entry, attending, sendEntry(system)],
    ['get', staffPaths.request, reading, showStaffRequest(system)],
    ['get', staffPaths.receipt, attending, showReceipt(system)],
    ['post', staffPaths.step, attending, sendRequestStep(system)],
    ['post', staffPaths.cases, deciding, sendCase(system)],
    ['post', staffPaths.effect, deciding, sendEffect(system)],
    ['get', staffPaths.file, deciding, sendFile(system)],
  ])
  return router
}

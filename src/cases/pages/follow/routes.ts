import { Router } from 'express'
import { MAX_FILES_PER_FILING, receiveUpload } from '../../../attachments/index.ts'
import { addRoutes, anyone, type Route } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { followUrl } from '../../case-urls.ts'
import { showCase } from './case-page.ts'
import { enter, showEnter } from './enter.ts'
import { erasurePage } from './erasure-page.ts'
import { finish, showFinished } from './finish.ts'
import { finishedUrl } from './follow-urls.ts'
import { beginLinkedCase, showLinkedCase } from './linked-case.ts'
import { ratingPage } from './rating-page.ts'
import { correctionPage, informationPage } from './reply-pages.ts'
import { reviewPage } from './review-page.ts'
import { keepTyped } from './secret-again.ts'
import { sendStep } from './send-step.ts'
import { showStep } from './show-step.ts'
import type { StepPage } from './step-page.ts'
import type { TellFollower } from './tell-follower.ts'
import { withdrawalPage } from './withdrawal-page.ts'

const CASE = `${followUrl}/:caseNumber`
const STEPS = [correctionPage, informationPage, withdrawalPage, erasurePage, ratingPage, reviewPage]

/** Following a case. Anyone may knock; behind the door only who matched number and secret. */
export function followRoutes(system: System, ...tellers: readonly TellFollower[]): Router {
  const router = Router()
  addRoutes(router, [
    ['get', followUrl, anyone, showEnter(system)],
    ['post', followUrl, anyone, enter(system)],
    ['get', finishedUrl, anyone, showFinished],
    ['get', CASE, anyone, showCase(system, tellers)],
    ['post', `${CASE}/terminar`, anyone, finish],
    ['get', `${CASE}/otro`, anyone, showLinkedCase(system)],
    ['post', `${CASE}/otro`, anyone, beginLinkedCase(system)],
    ...STEPS.flatMap((page) => step(system, page)),
  ])
  router.use(keepTyped(system, STEPS))
  return router
}

function step(system: System, page: StepPage): Route[] {
  const path = `${CASE}/${page.address}`
  const upload = page.takesFiles ? [receiveUpload(system, { maxFiles: MAX_FILES_PER_FILING })] : []
  return [
    ['get', path, anyone, showStep(system, page)],
    ['post', path, anyone, sendStep(system, page), ...upload],
  ]
}

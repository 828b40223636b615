import { Router, type RequestHandler } from 'express'
import { MAX_FILES_PER_FILING, receiveUpload } from '../../../attachments/index.ts'
import { addRoutes, anyone, type Route } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { answerStep } from './answer-step.ts'
import { CHECK_ADDRESS } from './steps.ts'
import { showCheck } from './check.ts'
import { sendFiling } from './send-filing.ts'
import { onlyOpenBooks } from './closed.ts'
import { dangerHelp, HELP_ADDRESS } from './danger-help.ts'
import { dayStep } from './day-step.ts'
import { fromStory } from './detours.ts'
import { filesStep } from './files-step.ts'
import { addFiles, removeFile, showFiles } from './files.ts'
import { unsureStep } from './unsure-step.ts'
import { kindStep } from './kind-step.ts'
import { leave } from './leave.ts'
import { keepTyped } from './lost-form.ts'
import { placeStep } from './place-step.ts'
import { showPrivacy } from './privacy.ts'
import { answerQuestion, showQuestion, type Detour, type NoteBegun } from './question.ts'
import { finish, sendReceiptPdf, showReceipt } from './receipt.ts'
import type { Step } from './step.ts'
import { storyStep } from './story-step.ts'
import { whoStep } from './who-step.ts'

/** The citizen's way from "what do you want to tell us" to the receipt. */
export function filingRoutes(system: System, noteBegun: NoteBegun): Router {
  const question = questionRoutes(system, noteBegun)
  const open = onlyOpenBooks(system)
  const upload = receiveUpload(system, { maxFiles: MAX_FILES_PER_FILING })
  const router = Router()
  addRoutes(router, [
    ...question(kindStep, open),
    ...question(storyStep, open, fromStory),
    ...question(unsureStep, open),
    ['get', at(HELP_ADDRESS), anyone, dangerHelp(system), open],
    ...question(placeStep, open),
    ...question(dayStep, open),
    ['get', at(filesStep.address), anyone, showFiles(system), open],
    ['post', at(filesStep.address), anyone, addFiles(system), open, upload],
    ['post', `${at(filesStep.address)}/quitar`, anyone, removeFile(system), open],
    ...question(answerStep, open),
    ...question(whoStep, open),
    ['get', at(CHECK_ADDRESS), anyone, showCheck(system), open],
    ['post', at(CHECK_ADDRESS), anyone, sendFiling(system), open],
    ['post', at('salir'), anyone, leave(system)],
    ['get', '/:slug/privacidad', anyone, showPrivacy(system)],
    ['get', '/seguimiento/:caseNumber/constancia', anyone, showReceipt(system)],
    ['get', '/seguimiento/:caseNumber/constancia.pdf', anyone, sendReceiptPdf(system)],
    ['post', '/seguimiento/:caseNumber/constancia/terminar', anyone, finish(system)],
  ])
  router.use('/:slug/nuevo', keepTyped(system))
  return router
}

function at(address: string): string {
  return address === '' ? '/:slug/nuevo' : `/:slug/nuevo/${address}`
}

function questionRoutes(system: System, noteBegun: NoteBegun) {
  return (step: Step, open: RequestHandler, detour?: Detour): Route[] => [
    ['get', at(step.address), anyone, showQuestion(system, step), open],
    ['post', at(step.address), anyone, answerQuestion(system, step, noteBegun, detour), open],
  ]
}

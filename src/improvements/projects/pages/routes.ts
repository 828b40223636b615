import { Router } from 'express'
import { receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes, anyoneUnknown } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { configurers } from '../project-policy.ts'
import { sendAsked, showAsked } from './asked.ts'
import { sendApprovers, showApprovers } from './approvers.ts'
import { sendBegin, showBegin } from './begin.ts'
import { sendIndicator, showIndicator } from './indicator.ts'
import { showProjects } from './list.ts'
import { servePaper } from './paper.ts'
import { sendPlan, showPlan } from './plan.ts'
import {
  sendAnswer,
  sendAsk,
  sendCheck,
  sendComment,
  sendEffect,
  sendEvidence,
  sendHandOver,
  sendOfficial,
  sendProgress,
  sendStep,
} from './project-forms.ts'
import { showProject } from './project.ts'
import { sendShort, showShort } from './short.ts'
import { paths } from '../urls.ts'

export const projectsSection: Section = {
  text: 'improvements-projects.section',
  path: 'proyectos',
  begins: ['improvement_owner'],
  roles: improvementReaders,
}

/** Projects of improvement: the table of who reaches what; each project's own policy decides further. */
export function projectRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  const improving = staffOf(...improvers)
  const configuring = staffOf(...configurers)
  const working = staffOf()
  const upload = receiveUpload(system, { maxFiles: 1 })
  addRoutes(router, [
    ['get', paths.list, reading, showProjects(system)],
    ['get', paths.begin, improving, showBegin(system)],
    ['post', paths.begin, improving, sendBegin(system)],
    ['get', paths.short, improving, showShort(system)],
    ['post', paths.short, improving, sendShort(system)],
    ['get', paths.approvers, configuring, showApprovers(system)],
    ['post', paths.approvers, configuring, sendApprovers(system)],
    ['get', paths.project, working, showProject(system)],
    ['get', paths.plan, improving, showPlan(system)],
    ['post', paths.plan, improving, sendPlan(system)],
    ['get', paths.indicator, improving, showIndicator(system)],
    ['post', paths.indicator, improving, sendIndicator(system)],
    ['post', paths.step, reading, sendStep(system)],
    ['post', paths.progress, working, sendProgress(system)],
    ['post', paths.check, reading, sendCheck(system)],
    ['post', paths.official, improving, sendOfficial(system)],
    ['post', paths.handOver, improving, sendHandOver(system)],
    ['post', paths.effect, reading, sendEffect(system)],
    ['post', paths.comment, working, sendComment(system)],
    ['post', paths.answer, improving, sendAnswer(system)],
    ['post', paths.ask, improving, sendAsk(system)],
    ['get', paths.plan_paper, working, servePaper(system, 'plan')],
    ['get', paths.report_paper, working, servePaper(system, 'report')],
    ['get', paths.lessons_paper, reading, servePaper(system, 'lessons')],
    ['get', paths.asked, anyoneUnknown, showAsked(system)],
    ['post', paths.asked, anyoneUnknown, sendAsked(system)],
    ['post', paths.evidence, working, sendEvidence(system), upload],
  ])
  return router
}

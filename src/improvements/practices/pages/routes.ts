import { Router } from 'express'
import { receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { liaisons } from '../practice-policy.ts'
import { paths } from '../urls.ts'
import { sendPractice, showPractices } from './list.ts'
import {
  sendAction,
  sendCheck,
  sendKnown,
  sendPracticeEvidence,
  sendRecognition,
  sendText,
} from './practice-forms.ts'
import { showPractice } from './practice.ts'
import { serveSheet } from './sheet.ts'

export const practicesSection: Section = {
  text: 'improvements-practices.section',
  path: 'practicas',
  roles: improvementReaders,
}

export function practiceRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  const improving = staffOf(...improvers)
  const upload = receiveUpload(system, { maxFiles: 1 })
  addRoutes(router, [
    ['get', paths.list, reading, showPractices(system)],
    ['post', paths.list, improving, sendPractice(system)],
    ['get', paths.sheet, reading, serveSheet(system)],
    ['get', paths.one, reading, showPractice(system)],
    ['post', paths.one, improving, sendText(system)],
    ['post', paths.plan, improving, sendAction(system)],
    ['post', paths.liaison, staffOf(...liaisons), sendKnown(system)],
    ['post', paths.evidence, improving, sendPracticeEvidence(system), upload],
    ['post', paths.recognition, improving, sendRecognition(system)],
    ['post', paths.checks, improving, sendCheck(system)],
  ])
  return router
}

import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { sendDraft, showDraft } from './draft.ts'
import { sendProcess, showProcesses } from './list.ts'
import { serveProcessPaper } from './paper.ts'
import { sendValidation, sendVersion, showProcess } from './process.ts'
import { paths } from './urls.ts'

export const processesSection: Section = {
  text: 'improvements-processes.section',
  path: 'procesos',
  roles: improvementReaders,
}

export function processRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  const writing = staffOf(...improvers)
  addRoutes(router, [
    ['get', paths.processes, reading, showProcesses(system)],
    ['post', paths.processes, writing, sendProcess(system)],
    ['get', paths.process, reading, showProcess(system)],
    ['get', paths.draft, writing, showDraft(system)],
    ['post', paths.draft, writing, sendDraft(system)],
    ['post', paths.versions, writing, sendVersion(system)],
    ['post', paths.validation, reading, sendValidation(system)],
    ['get', paths.paper, reading, serveProcessPaper(system)],
  ])
  return router
}

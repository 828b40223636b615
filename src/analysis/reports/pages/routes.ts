import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { readers, signers, writers } from '../report-policy.ts'
import type { TellOfActions } from '../tell-of-actions.ts'
import { sendDraft, sendRhythm, showReports } from './list.ts'
import {
  leadToNewest,
  servePublicFile,
  showPublicReport,
  showPublicReports,
} from './public-pages.ts'
import { sendRefresh, sendTexts, showReport } from './report-page.ts'
import { sendPublication, sendSignature, serveOwnFile } from './sign.ts'
import { paths } from './urls.ts'

export const reportsSection: Section = {
  text: 'analysis-reports.section_name',
  path: 'informes',
  roles: readers,
}

/** `tellers`: who tells what became of the actions of a period. */
export function reportRoutes(system: System, ...tellers: readonly TellOfActions[]): Router {
  const router = Router()
  const reading = staffOf(...readers)
  const writing = staffOf(...writers)
  const signing = staffOf(...signers)
  addRoutes(router, [
    ['get', paths.list, reading, showReports(system)],
    ['post', paths.list, writing, sendDraft(system, tellers)],
    ['post', paths.rhythm, signing, sendRhythm(system)],
    ['get', paths.report, reading, showReport(system)],
    ['post', paths.report, writing, sendTexts(system)],
    ['post', paths.refresh, writing, sendRefresh(system, tellers)],
    ['post', paths.signature, signing, sendSignature(system)],
    ['post', paths.publication, signing, sendPublication(system)],
    ['get', paths.file, reading, serveOwnFile(system)],
    ['get', paths.publicList, anyone, showPublicReports(system)],
    ['get', paths.publicNewest, anyone, leadToNewest(system)],
    ['get', paths.publicReport, anyone, showPublicReport(system)],
    ['get', paths.publicFile, anyone, servePublicFile(system)],
  ])
  return router
}

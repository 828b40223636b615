import { Router } from 'express'
import { receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { paths } from '../urls.ts'
import {
  sendAreaEnd,
  sendAreas,
  sendProgramme,
  serveInspectionReport,
  showInspections,
} from './inspections.ts'
import { sendInspection, sendInspectionEvidence, showInspection } from './inspection.ts'
import { sendCorrective, showMeasures } from './measures.ts'

export const measuresSection: Section = {
  text: 'improvements-measures.section',
  path: 'medidas',
  roles: improvementReaders,
}

export const inspectionsSection: Section = {
  text: 'improvements-measures.inspections.section',
  path: 'inspecciones',
  roles: improvementReaders,
}

/** Whoever is named to inspect may be anybody who works in the centre; the page decides. */
export function measureRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  const improving = staffOf(...improvers)
  const inspecting = staffOf()
  const upload = receiveUpload(system, { maxFiles: 1 })
  addRoutes(router, [
    ['get', paths.measures, reading, showMeasures(system)],
    ['post', paths.measures, improving, sendCorrective(system)],
    ['get', paths.inspections, reading, showInspections(system)],
    ['post', paths.inspections, improving, sendProgramme(system)],
    ['post', paths.areas, improving, sendAreas(system)],
    ['post', paths.areaEnd, improving, sendAreaEnd(system)],
    ['get', paths.report, reading, serveInspectionReport(system)],
    ['get', paths.inspection, inspecting, showInspection(system)],
    ['post', paths.inspection, inspecting, sendInspection(system)],
    ['post', paths.evidence, inspecting, sendInspectionEvidence(system), upload],
  ])
  return router
}

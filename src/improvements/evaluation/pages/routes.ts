import { Router } from 'express'
import { receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evaluating, fillers, modelKeepers, readers } from '../evaluation-policy.ts'
import { showCriterion } from './criterion.ts'
import { sendDecision } from './decision.ts'
import { sendEvidence, sendOwed, showElement } from './element.ts'
import { sendSignature, showOneEvaluation } from './evaluation.ts'
import { sendBeginning, showEvaluation } from './home.ts'
import { sendMarks, showMarks } from './marks.ts'
import { sendAdoption, sendChange, showModel } from './model.ts'
import { sendNote } from './notes.ts'
import { paths } from './urls.ts'
import { visitRoutes } from './visit-routes.ts'

export const evaluationSection: Section = {
  text: 'improvements-evaluation.section',
  path: 'evaluacion',
  begins: ['evaluator'],
  roles: readers,
}

export function evaluationRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...readers)
  const filling = staffOf(...fillers)
  const keeping = staffOf(...modelKeepers)
  const marking = staffOf(...evaluating.self, ...evaluating.visit)
  const upload = receiveUpload(system, { maxFiles: 1 })
  addRoutes(router, [
    ['get', paths.home, reading, showEvaluation(system)],
    ['get', paths.model, reading, showModel(system)],
    ['post', paths.model, keeping, sendAdoption(system)],
    ['post', paths.changes, keeping, sendChange(system)],
    ['get', paths.criterion, reading, showCriterion(system)],
    ['get', paths.element, reading, showElement(system)],
    ['post', paths.evidence, filling, sendEvidence(system), upload],
    ['post', paths.owed, filling, sendOwed(system)],
    ['post', paths.begin, marking, sendBeginning(system)],
    ['get', paths.evaluation, reading, showOneEvaluation(system)],
    ['get', paths.marks, reading, showMarks(system)],
    ['post', paths.marks, marking, sendMarks(system)],
    ['post', paths.notes, staffOf(...evaluating.visit), sendNote(system)],
    ['post', paths.decision, staffOf(...evaluating.visit), sendDecision(system)],
    ['post', paths.signature, marking, sendSignature(system)],
  ])
  router.use(visitRoutes(system))
  return router
}

import { Router } from 'express'
import { staffOf } from '../../../people/index.ts'
import { addRoutes, type Route } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { TellOfCase } from './case-aside.ts'
import { caseAttachment } from './case-attachment.ts'
import type { CaseForm } from './case-form.ts'
import type { NameLink } from './case-file.ts'
import { casePage } from './case-page.ts'
import { answerForm, decisionForm } from './forms/answer.ts'
import { approvalForm } from './forms/approval.ts'
import { assignmentForm } from './forms/assignment.ts'
import { classificationForm } from './forms/classification.ts'
import { complimentForm } from './forms/compliment.ts'
import { acceptForm, closeForm, expiryForm, openForm } from './forms/confirmations.ts'
import { deliveryForm } from './forms/delivery.ts'
import { consolidationForm, duplicateForm, redirectForm, transferForm } from './forms/elsewhere.ts'
import { officialsForm } from './forms/officials.ts'
import {
  archiveForm,
  correctionForm,
  extensionForm,
  noteForm,
  returnForm,
} from './forms/reasons.ts'
import { otherDoorForm } from './forms/other-door.ts'
import { restrictionForm } from './forms/restriction.ts'
import { reviewForm } from './forms/review.ts'
import { showForm, takeForm } from './send-form.ts'

const CASE = '/personal/:slug/casos/:caseNumber'

/** In the order in which they are offered. */
const forms = [
  openForm,
  acceptForm,
  assignmentForm,
  complimentForm,
  answerForm,
  decisionForm,
  approvalForm,
  deliveryForm,
  reviewForm,
  expiryForm,
  correctionForm,
  extensionForm,
  returnForm,
  transferForm,
  redirectForm,
  consolidationForm,
  duplicateForm,
  archiveForm,
  closeForm,
  classificationForm,
  officialsForm,
  restrictionForm,
  otherDoorForm,
  noteForm,
]

/**
 * To whoever may not see a case it does not exist, so the case itself is asked and not only the role.
 * `nameLink` names printed links, `tellers` say what other rooms have to tell beside it.
 */
export function caseRoutes(
  system: System,
  nameLink: NameLink,
  ...tellers: readonly TellOfCase[]
): Router {
  const router = Router()
  addRoutes(router, [
    ['get', CASE, staffOf(), casePage(system, forms, { nameLink, tellers })],
    ['get', `${CASE}/archivos/:attachmentId`, staffOf(), caseAttachment(system)],
    ...formRoutes(system, openForm),
    ...formRoutes(system, acceptForm),
    ...formRoutes(system, assignmentForm),
    ...formRoutes(system, complimentForm),
    ...formRoutes(system, answerForm),
    ...formRoutes(system, decisionForm),
    ...formRoutes(system, approvalForm),
    ...formRoutes(system, deliveryForm),
    ...formRoutes(system, reviewForm),
    ...formRoutes(system, expiryForm),
    ...formRoutes(system, correctionForm),
    ...formRoutes(system, extensionForm),
    ...formRoutes(system, returnForm),
    ...formRoutes(system, transferForm),
    ...formRoutes(system, redirectForm),
    ...formRoutes(system, consolidationForm),
    ...formRoutes(system, duplicateForm),
    ...formRoutes(system, archiveForm),
    ...formRoutes(system, closeForm),
    ...formRoutes(system, classificationForm),
    ...formRoutes(system, officialsForm),
    ...formRoutes(system, restrictionForm),
    ...formRoutes(system, otherDoorForm),
    ...formRoutes(system, noteForm),
  ])
  return router
}

function formRoutes<Values>(system: System, form: CaseForm<Values>): Route[] {
  const path = `${CASE}/${form.path}`
  return [
    ['get', path, staffOf(), showForm(system, form)],
    ['post', path, staffOf(), takeForm(system, form)],
  ]
}

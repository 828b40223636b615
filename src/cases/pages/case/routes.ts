import { Router } from 'express'
import { staffOf } from '../../../people/index.ts'
import { addRoutes, type Route } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { TellAtHead, TellOfCase } from './case-aside.ts'
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
import { holdForm } from './forms/hold.ts'
import { reviewForm } from './forms/review.ts'
import type { TellOfForm } from './form-told.ts'
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
  holdForm,
  otherDoorForm,
  noteForm,
]

/** What other rooms give to the pages of a case. */
export interface BesideCase {
  /** Names printed links. */
  nameLink: NameLink
  /** What there is to tell beside a case. */
  tellers: readonly TellOfCase[]
  /** What stands at its head. */
  headTellers: readonly TellAtHead[]
  /** What there is to tell on the page of a form about it. */
  formTellers: readonly TellOfForm[]
}

/** To whoever may not see a case it does not exist, so the case itself is asked and not only the role. */
export function caseRoutes(system: System, beside: BesideCase): Router {
  const { formTellers } = beside
  const router = Router()
  const formRoutes = routesOf(system, formTellers)
  addRoutes(router, [
    ['get', CASE, staffOf(), casePage(system, forms, beside)],
    ['get', `${CASE}/archivos/:attachmentId`, staffOf(), caseAttachment(system)],
    ...formRoutes(openForm),
    ...formRoutes(acceptForm),
    ...formRoutes(assignmentForm),
    ...formRoutes(complimentForm),
    ...formRoutes(answerForm),
    ...formRoutes(decisionForm),
    ...formRoutes(approvalForm),
    ...formRoutes(deliveryForm),
    ...formRoutes(reviewForm),
    ...formRoutes(expiryForm),
    ...formRoutes(correctionForm),
    ...formRoutes(extensionForm),
    ...formRoutes(returnForm),
    ...formRoutes(transferForm),
    ...formRoutes(redirectForm),
    ...formRoutes(consolidationForm),
    ...formRoutes(duplicateForm),
    ...formRoutes(archiveForm),
    ...formRoutes(closeForm),
    ...formRoutes(classificationForm),
    ...formRoutes(officialsForm),
    ...formRoutes(restrictionForm),
    ...formRoutes(holdForm),
    ...formRoutes(otherDoorForm),
    ...formRoutes(noteForm),
  ])
  return router
}

function routesOf(system: System, tellers: readonly TellOfForm[]) {
  return function formRoutes<Values>(form: CaseForm<Values>): Route[] {
    const path = `${CASE}/${form.path}`
    const told = { form, tellers }
    return [
      ['get', path, staffOf(), showForm(system, told)],
      ['post', path, staffOf(), takeForm(system, told)],
    ]
  }
}

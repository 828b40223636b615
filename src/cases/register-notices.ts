import {
  onNoticeSettled,
  registerCaseLinks,
  registerRecipientResolver,
  registerTextNotice,
  type OutcomeHandler,
  type RecipientResolver,
} from '../notices/index.ts'
import { settleAutomaticDelivery } from './actions/deliver-answer.ts'
import { getCaseById, listCaseNumbers } from './case-store.ts'
import { staffCaseUrl } from './case-urls.ts'
import { ANSWER_READY, answerReadyText } from './emails/answer-ready-text.ts'
import { registerCaseEmails } from './emails/index.ts'
import { personModels } from './emails/person-models.ts'
import { staffModels } from './emails/staff-models.ts'
import { findPerson } from './person-store.ts'

/** What the outbox needs to know of cases: what letters say, where they go, who waits for them. */
export function registerCaseNotices(): void {
  registerCaseEmails({ ...personModels, ...staffModels })
  registerTextNotice(answerReadyText)
  registerRecipientResolver('person', findPersonAddress)
  onNoticeSettled('answer_delivered', settleDelivery)
  onNoticeSettled(ANSWER_READY, settleDelivery)
  registerCaseLinks(async (db, { administrationId, slug }, caseIds) => {
    const numbers = await listCaseNumbers(db, administrationId, caseIds)
    return new Map(
      [...numbers].map(([caseId, caseNumber]) => [
        caseId,
        { caseNumber, url: staffCaseUrl(slug, caseNumber) },
      ]),
    )
  })
}

/** Null when the person left no address, had it erased, or no longer wants e-mail. */
const findPersonAddress: RecipientResolver = async (system, notice) => {
  const { db } = system
  const { administrationId, caseId, template } = notice
  if (caseId === null) return null
  if (template === ANSWER_READY) return findPersonNumber(system, notice)
  const item = await getCaseById(db, administrationId, caseId)
  if (item.answerBy !== 'email' && !item.electronicNotice) return null
  const person = await findPerson(db, administrationId, caseId)
  return person?.email ? { address: person.email } : null
}

/** As it was typed, but for what people put between the figures. */
const findPersonNumber: RecipientResolver = async ({ db }, { administrationId, caseId }) => {
  const person = caseId && (await findPerson(db, administrationId, caseId))
  const number = person ? (person.phone ?? '').replace(/[^\d+]/g, '') : ''
  return number ? { address: number } : null
}

/** While nobody knows whether the answer came, its delivery stays open and staff see the notice. */
const settleDelivery: OutcomeHandler = async (system, notice) => {
  const { administrationId, caseId, state, details, acceptedBy, failure } = notice
  const { deliveryId } = details
  if (caseId === null || typeof deliveryId !== 'string' || state === 'unconfirmed') return
  const sent = state === 'sent'
  await settleAutomaticDelivery(
    system,
    {
      administrationId,
      caseId,
      deliveryId,
      proof: sent ? (acceptedBy ?? 'confirmed_by_hand') : null,
      failure: sent ? null : (failure ?? state),
    },
    system.clock(),
  )
}

import { registerEmail, type Email, type EmailModel } from '../../notices/index.ts'
import { answerDelivered } from './answer-delivered.ts'
import { caseArchived } from './case-archived.ts'
import { caseAssigned } from './case-assigned.ts'
import { caseReceived } from './case-received.ts'
import { caseReopened } from './case-reopened.ts'
import { caseReturned } from './case-returned.ts'
import { caseTransferred } from './case-transferred.ts'
import { caseWithdrawn } from './case-withdrawn.ts'
import { complimentForwarded } from './compliment-forwarded.ts'
import { complimentThanked } from './compliment-thanked.ts'
import { correctionRequested } from './correction-requested.ts'
import { dateMoved } from './date-moved.ts'
import { dangerAlert } from './danger-alert.ts'
import { deadlineEscalated } from './deadline-escalated.ts'
import { deadlineNear } from './deadline-near.ts'
import { deliveryFailed } from './delivery-failed.ts'
import { draftReturned } from './draft-returned.ts'
import { draftSubmitted } from './draft-submitted.ts'
import { informationReminder } from './information-reminder.ts'
import { officialPraised } from './official-praised.ts'
import { personReplied } from './person-replied.ts'
import { ratingInvitation } from './rating-invitation.ts'
import { reviewAsked } from './review-asked.ts'
import { reviewResult } from './review-result.ts'
import { termExtended } from './term-extended.ts'

/** Every letter about a case, by its name in the outbox. */
export const caseEmails = {
  case_received: caseReceived,
  correction_requested: correctionRequested,
  information_reminder: informationReminder,
  case_transferred: caseTransferred,
  answer_delivered: answerDelivered,
  case_archived: caseArchived,
  review_result: reviewResult,
  compliment_thanked: complimentThanked,
  case_reopened: caseReopened,
  term_extended: termExtended,
  date_moved: dateMoved,
  rating_invitation: ratingInvitation,
  case_assigned: caseAssigned,
  draft_submitted: draftSubmitted,
  draft_returned: draftReturned,
  deadline_near: deadlineNear,
  deadline_escalated: deadlineEscalated,
  danger_alert: dangerAlert,
  delivery_failed: deliveryFailed,
  case_returned: caseReturned,
  review_asked: reviewAsked,
  case_withdrawn: caseWithdrawn,
  person_replied: personReplied,
  compliment_forwarded: complimentForwarded,
  official_praised: officialPraised,
} as const

export type CaseEmail = keyof typeof caseEmails

/** For each letter, what finds its contents as it leaves. One that is forgotten does not compile. */
export type CaseEmailModels = {
  [Template in CaseEmail]: (typeof caseEmails)[Template] extends Email<infer Model>
    ? EmailModel<Model>
    : never
}

export function registerCaseEmails(models: CaseEmailModels): void {
  for (const template of Object.keys(caseEmails) as CaseEmail[]) {
    registerEmail(caseEmails[template] as Email<object>, models[template] as EmailModel<object>)
  }
}

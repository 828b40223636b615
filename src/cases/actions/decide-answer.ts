import type { System } from '../../system.ts'
import { WrongState } from '../../platform/errors.ts'
import { deleteAnswerDraft } from '../answer-draft-store.ts'
import { settleAnswer, type Answer } from '../answer-store.ts'
import { extendAnswerClock, finishAllSteps } from '../case-clocks.ts'
import { tellStaff, tellPerson } from '../tell.ts'
import { startDelivery } from './deliver-answer.ts'
import { takeStaffStep, type StepContext } from './staff-step.ts'
import { storeAnswer, type AnswerInput } from './work-on-case.ts'
import type { StaffRequest } from './take-step.ts'

/** Another than its author approves the draft: the office has answered, the clock stops, delivery begins. */
export async function approveAnswer(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'approve', now, async (context) => {
    const answer = submittedOf(context)
    await settle(context, answer, 'approved', null)
    await finishAllSteps(context)
    return {
      ...(await startDelivery(context, answer.answerId)),
      changes: { outcome: answer.outcome, answered_at: now, overdue: false },
      details: { answerId: answer.answerId, outcome: answer.outcome },
    }
  })
}

/** Back to its author with comments; the clock keeps running. */
export async function returnDraft(
  system: System,
  request: StaffRequest,
  comment: string,
  now: Date,
) {
  return takeStaffStep(system, request, 'return_draft', now, async (context) => {
    const answer = submittedOf(context)
    const content = context.write('comment', comment)
    await settle(context, answer, 'returned', content.row.content_id)
    await tellStaff(context, 'draft_returned', { accountId: answer.authorId })
    return { contents: [content], details: { answerId: answer.answerId } }
  })
}

/** A suggestion is decided by the head of the unit alone. */
export async function decideSuggestion(
  system: System,
  request: StaffRequest,
  answer: AnswerInput,
  now: Date,
) {
  return takeStaffStep(system, request, 'decide', now, async (context) => {
    const { contents, answerId } = await storeAnswer(context, answer, 'approved')
    const { tx, item, accountId } = context
    const { administrationId, caseId } = item
    await deleteAnswerDraft(tx, { administrationId, caseId, accountId })
    await finishAllSteps(context)
    return {
      ...(await startDelivery(context, answerId)),
      contents,
      changes: { outcome: answer.outcome, answered_at: now, overdue: false },
      details: { outcome: answer.outcome },
    }
  })
}

/** More time, where the regime has it, with the reason that the person is told. */
export async function extendTerm(system: System, request: StaffRequest, reason: string, now: Date) {
  return takeStaffStep(system, request, 'extend', now, async (context) => {
    const dueOn = await extendAnswerClock(context)
    await tellPerson(context, 'term_extended')
    return {
      contents: [context.write('reason', reason)],
      changes: { due_on: dueOn },
      details: { dueOn },
    }
  })
}

function submittedOf({ submitted }: StepContext): Answer {
  if (!submitted) throw new WrongState()
  return submitted
}

async function settle(
  { tx, item, accountId, now }: StepContext,
  answer: Answer,
  state: 'approved' | 'returned',
  commentContentId: string | null,
) {
  await settleAnswer(tx, item.administrationId, answer.answerId, {
    state,
    approverId: accountId,
    commentContentId,
    now,
  })
}

import type { System } from '../../system.ts'
import { WrongState } from '../../platform/errors.ts'
import { settleAnswer, type Answer } from '../answer-store.ts'
import { extendAnswerClock, finishAllSteps, startStep } from '../case-clocks.ts'
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
    await finishAllSteps(context)
    return {
      ...(await startDelivery(context, answerId)),
      contents,
      changes: { outcome: answer.outcome, answered_at: now, overdue: false },
      details: { outcome: answer.outcome },
    }
  })
}

export interface Forwarding {
  /** Of the directory: whom it praises. */
  officialIds: readonly string[]
  /** For the person, besides the thanks. */
  message: string
}

/** A compliment is passed on to whom it praises and to the head of the centre, and the person is thanked. */
export async function forwardCompliment(
  system: System,
  request: StaffRequest,
  to: Forwarding,
  now: Date,
) {
  return takeStaffStep(system, request, 'forward', now, async (context) => {
    const { item, book } = context
    const praised = book.officials.filter(({ officialId }) => to.officialIds.includes(officialId))
    await finishAllSteps(context)
    await startStep(context, 'close')
    for (const { accountId } of praised) {
      if (accountId !== null) await tellStaff(context, 'compliment_forwarded', { accountId })
    }
    const head = { role: 'office_head' as const, centreId: item.centreId }
    await tellStaff(context, 'compliment_forwarded', head)
    await tellPerson(context, 'compliment_thanked')
    return {
      contents: to.message ? [context.write('reason', to.message)] : [],
      changes: { outcome: 'thanked', answered_at: now, notified_at: now, overdue: false },
      details: { officials: praised.map(({ officialId }) => officialId) },
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

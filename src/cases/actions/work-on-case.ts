import { randomUUID } from 'node:crypto'
import type { System } from '../../system.ts'
import { Invalid } from '../../platform/errors.ts'
import { outcomesFor } from '../../regimes/index.ts'
import { deleteAnswerDraft } from '../answer-draft-store.ts'
import { insertAnswer } from '../answer-store.ts'
import { tellStaff, tellApprovers } from '../tell.ts'
import { takeStaffStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

/** Somebody of the unit takes the case in hand. */
export async function acceptCase(system: System, request: StaffRequest, now: Date) {
  return takeStaffStep(system, request, 'accept', now, ({ accountId, item }) => ({
    changes: { handler_id: item.handlerId ?? accountId },
    details: { handlerId: item.handlerId ?? accountId },
  }))
}

/** Not this unit's matter: back to triage, with the reason. */
export async function returnCase(system: System, request: StaffRequest, reason: string, now: Date) {
  return takeStaffStep(system, request, 'return', now, async (context) => {
    await tellStaff(context, 'case_returned', { role: 'claims_manager' })
    return {
      contents: [context.write('reason', reason)],
      changes: { desk: 'claims_manager', handler_id: null, unit_id: null },
      details: { fromUnitId: context.item.unitId },
    }
  })
}

export interface AnswerInput {
  outcome: string
  body: string
  /** What the office promises to put right; followed until done. */
  measures: string
}

/** The answer as the unit proposes it: outcome and reasons. Somebody else approves it. */
export async function submitDraft(
  system: System,
  request: StaffRequest,
  answer: AnswerInput,
  now: Date,
) {
  return takeStaffStep(system, request, 'submit_draft', now, async (context) => {
    const { tx, item, accountId } = context
    const { contents } = await storeAnswer(context, answer, 'submitted')
    await deleteAnswerDraft(tx, {
      administrationId: item.administrationId,
      caseId: item.caseId,
      accountId,
    })
    await tellApprovers(context)
    return {
      contents,
      changes: { handler_id: item.handlerId ?? accountId },
      details: { outcome: answer.outcome },
    }
  })
}

/** Writes down an answer and gives back its texts for the history. */
export async function storeAnswer(
  context: StepContext,
  answer: AnswerInput,
  state: 'submitted' | 'approved',
) {
  checkAnswer(context, answer)
  const { tx, item, accountId, now } = context
  const body = context.write('answer', answer.body)
  const measures = answer.measures ? context.write('measures', answer.measures) : null
  const contents = measures ? [body, measures] : [body]
  const answerId = randomUUID()
  await insertAnswer(tx, item.administrationId, {
    answerId,
    caseId: item.caseId,
    state,
    outcome: answer.outcome,
    bodyContentId: body.row.content_id,
    measuresContentId: measures?.row.content_id ?? null,
    commentContentId: null,
    authorId: accountId,
    approverId: state === 'approved' ? accountId : null,
    submittedAt: now,
    decidedAt: state === 'approved' ? now : null,
  })
  return { contents, answerId }
}

function checkAnswer({ regime, item, today }: StepContext, answer: AnswerInput) {
  const known = outcomesFor(regime, item.kind, today).some(({ code }) => code === answer.outcome)
  const problems = [
    ...(known ? [] : [{ field: '/outcome', code: answer.outcome ? 'unknown' : 'required' }]),
    ...(answer.body ? [] : [{ field: '/body', code: 'required' }]),
  ]
  if (problems.length > 0) throw new Invalid(problems)
}

import type { System } from '../../system.ts'
import { answerDue, effectiveDue, proofDue } from '../request-clock.ts'
import { takeRequestStep, type RequestContext, type RequestStepTaken } from './take-request-step.ts'

/** What is decided about a request until it is answered. */

/** The clock stands still from here until they prove who they are. */
export async function askProof(system: System, taken: RequestStepTaken, now: Date) {
  return takeRequestStep(system, taken, 'ask_proof', now, (context) => ({
    proofAskedOn: context.today,
    proofDueOn: proofDue(context.request.rule, now, context.calendar, context.timeZone),
  }))
}

/** Somebody saw the document of the person. */
export async function acceptProof(system: System, taken: RequestStepTaken, now: Date) {
  return takeRequestStep(system, taken, 'prove', now, (context) => {
    const provenOn = context.request.provenOn ?? context.today
    return { proof: 'document' as const, provenOn, dueOn: dueWith(context, { provenOn }) }
  })
}

export async function beginReview(system: System, taken: RequestStepTaken, now: Date) {
  return takeRequestStep(system, taken, 'begin', now, () => ({}))
}

/** Once, and told to the person with the reason. */
export async function extendRequest(system: System, taken: RequestStepTaken, now: Date) {
  return takeRequestStep(system, taken, 'extend', now, (context) => {
    const extendedBy = context.request.rule?.extensionDays ?? null
    return { extendedBy, dueOn: dueWith(context, { extendedBy }) }
  })
}

/** A copy is there from the moment at which it is granted; what is done in cases is done after it. */
export async function grantRequest(system: System, taken: RequestStepTaken, now: Date) {
  return takeRequestStep(system, taken, 'grant', now, ({ request, calendar, timeZone }) => {
    const answered = { answer: taken.words?.trim() ?? '', answeredAt: now }
    if (request.right === 'access') {
      return { ...answered, state: 'effective' as const, effectiveAt: now }
    }
    return { ...answered, effectiveDueOn: effectiveDue(request, now, calendar, timeZone) }
  })
}

export async function denyRequest(system: System, taken: RequestStepTaken, now: Date) {
  return takeRequestStep(system, taken, 'deny', now, () => ({
    answer: taken.words?.trim() ?? '',
    answeredAt: now,
  }))
}

export async function withdrawRequest(system: System, taken: RequestStepTaken, now: Date) {
  return takeRequestStep(system, taken, 'withdraw', now, () => ({}))
}

function dueWith(
  { request, calendar, timeZone, today }: RequestContext,
  changes: { provenOn?: string; extendedBy?: number | null },
) {
  return answerDue({ ...request, ...changes }, calendar, timeZone, today)
}

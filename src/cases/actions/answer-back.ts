import type { System } from '../../system.ts'
import { claimAttachments } from '../../attachments/index.ts'
import type { EventCommitment } from '../../ledger/index.ts'
import { findAnswerSurvey, recordAnswerSurvey, type DriverScores } from '../../surveys/index.ts'
import { startStep, finishAllSteps, resumeAfterPerson } from '../case-clocks.ts'
import type { ContentKind } from '../case-tables.ts'
import type { NewContent } from '../content-store.ts'
import { filePromise } from '../file-promise.ts'
import { findRating, upsertRating } from '../rating-store.ts'
import { tellStaff, tellWhoHasIt } from '../tell.ts'
import { takePersonStep, type PersonRequest, type PersonStepContext } from './person-step.ts'

/** What the person of a case may do about it: correct, add, withdraw, rate, ask for a review. */

export interface Reply {
  /** May be empty where files say it. */
  text: string
  attachmentIds: readonly string[]
  /** Under which the files waited. */
  draftId?: string
}

/** The reply to a request for correction: the office's clock goes on. */
export async function correctCase(system: System, request: PersonRequest, reply: Reply, now: Date) {
  return takePersonStep(system, request, 'correct', now, async (context) => {
    const dueOn = await resumeAfterPerson(context)
    await tellWhoHasIt(context, 'person_replied')
    return {
      contents: written(context, 'correction', reply.text),
      promises: await claim(context, reply),
      changes: { clock_suspended: false, ...(dueOn !== null && { due_on: dueOn }) },
      details: { dueOn },
    }
  })
}

export async function addInformation(
  system: System,
  request: PersonRequest,
  reply: Reply,
  now: Date,
) {
  return takePersonStep(system, request, 'add_information', now, async (context) => {
    await tellWhoHasIt(context, 'person_replied')
    return {
      contents: written(context, 'information', reply.text),
      promises: await claim(context, reply),
    }
  })
}

/** Until the answer is delivered; it stays in the book as withdrawn. */
export async function withdrawCase(
  system: System,
  request: PersonRequest,
  reason: string,
  now: Date,
) {
  return takePersonStep(system, request, 'withdraw', now, async (context) => {
    await finishAllSteps(context)
    await tellWhoHasIt(context, 'case_withdrawn')
    return {
      reason: 'withdrawn',
      contents: written(context, 'reason', reason),
      changes: { clock_suspended: false, overdue: false },
    }
  })
}

export interface Rating {
  resolved: 'yes' | 'partly' | 'no'
  satisfaction: number
  comment: string
  /** What a running campaign asks besides. */
  scores?: DriverScores
}

export async function rateCase(system: System, request: PersonRequest, rating: Rating, now: Date) {
  return takePersonStep(system, request, 'rate', now, async (context) => {
    await answerCampaign(context, rating)
    const comment = rating.comment ? context.write('rating_comment', rating.comment) : null
    await upsertRating(context.tx, context.item, {
      resolved: rating.resolved,
      satisfaction: rating.satisfaction,
      commentContentId: comment?.row.content_id ?? null,
      ratedAt: now,
    })
    return {
      contents: comment ? [comment] : [],
      details: { resolved: rating.resolved, satisfaction: rating.satisfaction },
    }
  })
}

/** Once a case: what it leaves in the campaign does not say whose it is, so it cannot be changed later. */
async function answerCampaign({ tx, item, today }: PersonStepContext, rating: Rating) {
  if ((await findRating(tx, item.administrationId, item.caseId)) !== null) return
  const survey = await findAnswerSurvey(tx, item, today)
  if (!survey) return
  const { resolved, satisfaction: overall, scores = new Map() } = rating
  await recordAnswerSurvey(tx, survey, item, { overall, resolved, scores, day: today })
}

/** "No, it was not resolved": the responsible looks again, where the regime has that. */
export async function askForReview(
  system: System,
  request: PersonRequest,
  reason: string,
  now: Date,
) {
  return takePersonStep(system, request, 'ask_review', now, async (context) => {
    await finishAllSteps(context)
    await startStep(context, 'review')
    await tellStaff(context, 'review_asked', { role: 'claims_manager' })
    return { contents: [context.write('review_request', reason)], changes: { review_asked: true } }
  })
}

function written(context: PersonStepContext, kind: ContentKind, text: string): NewContent[] {
  return text === '' ? [] : [context.write(kind, text)]
}

async function claim(
  { tx, item, now }: PersonStepContext,
  { attachmentIds, draftId }: Reply,
): Promise<EventCommitment[]> {
  const { administrationId, caseId } = item
  const about = { administrationId, caseId, now, ...(draftId !== undefined && { draftId }) }
  const claimed = await claimAttachments(tx, { ...about, ids: attachmentIds })
  return claimed.map(filePromise)
}

import { z } from 'zod'
import { isId } from '../../../platform/ids.ts'
import { sendingForm, words, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { DECISIONS, settleVisitItem } from '../actions/settle-visit-item.ts'
import { evaluationToMark } from './evaluation.ts'

const decision = z.object({
  itemId: z.string().refine(isId),
  decision: z.enum(DECISIONS),
  tabletReason: words(2000),
})

/** Somebody saw what was found on the spot beside what stands here, and says which counts. */
export function sendDecision(system: System): Page {
  return sendingForm(evaluationToMark(system), decision, async ({ room, evaluation }, values) => {
    const { tabletReason: reason, ...decided } = values
    const { evaluationId } = evaluation
    await settleVisitItem(system, room.deed, evaluationId, { ...decided, reason })
    return room.there(room.urls.evaluation(evaluationId))
  })
}

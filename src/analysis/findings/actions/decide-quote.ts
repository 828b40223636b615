import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { isFaithful, tidyQuote } from '../faithful-quote.ts'
import type { QuoteRole } from '../propose-quotes.ts'
import { keepQuote } from '../quote-store.ts'
import { readIdeas } from '../read-ideas.ts'

export interface QuoteDecision {
  corpusId: string
  segmentId: string
  role: QuoteRole
  decision: 'accepted' | 'rejected'
  quote: string
  paraphrase: string
  reason: string
  /** Of the decision as the person saw it; 0: there was none. */
  version: number
}

/** A person takes a quote that was proposed, with cuts only, or puts it aside and says why. */
export async function decideQuote(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  { corpusId, ...decided }: QuoteDecision,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  const whose = { administrationId, corpusId }
  await inTransaction(db, async (tx) => {
    const ideas = await readIdeas(tx, whose)
    const idea = ideas.find(({ segmentId }) => segmentId === decided.segmentId)
    if (!idea) throw new NotFound()
    const isTaken = decided.decision === 'accepted'
    const problem = isTaken ? problemOfQuote(idea.text, decided.quote) : problemOfReason(decided)
    if (problem) throw new Invalid([problem])
    const quote = {
      ...decided,
      codeId: idea.code,
      quote: isTaken ? tidyQuote(decided.quote) : '',
      paraphrase: isTaken ? decided.paraphrase : '',
      reason: isTaken ? '' : decided.reason,
      decidedAt: at,
      decidedBy: accountId,
    }
    if (!(await keepQuote(tx, whose, quote))) throw new WrongState()
    const { segmentId, decision } = decided
    const details = { corpusId, segmentId, decision }
    await recordChange(tx, { ...deed, action: 'quote_decided', details })
  })
}

function problemOfQuote(told: string, quote: string): FieldProblem | null {
  return isFaithful(told, quote) ? null : { field: 'quote', code: 'rewritten' }
}

function problemOfReason({ reason }: Pick<QuoteDecision, 'reason'>): FieldProblem | null {
  return reason === '' ? { field: 'reason', code: 'required' } : null
}

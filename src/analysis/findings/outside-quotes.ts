import type { Db } from '../../platform/database/connection.ts'
import { compareTexts } from './idea.ts'
import { isFaithful } from './faithful-quote.ts'
import { outsideQuote, type OutsideQuote } from './outside-quote.ts'
import { QUOTE_ROLES, type QuoteRole } from './propose-quotes.ts'
import { listQuotes } from './quote-store.ts'
import { readIdeas, type Whose } from './read-ideas.ts'

export type QuoteToPublish = OutsideQuote & { codeId: string; role: QuoteRole }

/**
 * The quotes that may leave the house: accepted by a person, in the words told or paraphrased. One whose text was
 * masked further since, or coded otherwise, waits until somebody has looked at it again.
 */
export async function listOutsideQuotes(db: Db, whose: Whose): Promise<QuoteToPublish[]> {
  const ideas = new Map((await readIdeas(db, whose)).map((idea) => [idea.segmentId, idea]))
  const accepted = (await listQuotes(db, whose)).filter(({ decision }) => decision === 'accepted')
  const outside = accepted.flatMap(({ segmentId, codeId, role, quote, paraphrase }) => {
    const idea = ideas.get(segmentId)
    if (!idea || idea.code !== codeId || !isFaithful(idea.text, quote)) return []
    const shown = outsideQuote({ text: quote, paraphrase, mayBeQuoted: idea.mayBeQuoted })
    return shown ? [{ ...shown, codeId, role }] : []
  })
  return outside.toSorted(
    (one, other) =>
      compareTexts(one.codeId, other.codeId) ||
      QUOTE_ROLES.indexOf(one.role) - QUOTE_ROLES.indexOf(other.role),
  )
}

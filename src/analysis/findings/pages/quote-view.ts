import type { Request } from 'express'
import type { FieldProblem } from '../../../platform/errors.ts'
import { typedIn } from '../../../platform/web/index.ts'
import { isFaithful } from '../faithful-quote.ts'
import type { QuoteRole } from '../propose-quotes.ts'
import type { StoredQuote } from '../quote-store.ts'
import type { ToldIdea } from '../read-ideas.ts'
import type { Room } from './room.ts'

interface Attempt {
  request: Request
  problems: readonly FieldProblem[]
}

/** One quote as its page shows it, with what was typed into its form. */
export function quoteView(
  quote: {
    role: QuoteRole
    idea: ToldIdea
    links: ReadonlyMap<string, string>
    stored: StoredQuote | undefined
  },
  { book, urls }: Room,
  { request, problems }: Attempt,
) {
  const { role, idea, links, stored } = quote
  const centre = book.centres.find(({ centreId }) => centreId === idea.centreId)
  const isStale = stored !== undefined && !isFaithful(idea.text, stored.quote)
  // what was masked since is shown to nobody
  const words = stored === undefined || isStale ? idea.text : stored.quote
  const isTried = problems.length > 0 && request.params['segmentId'] === idea.segmentId
  const typed = typedIn(request)
  return {
    role,
    segmentId: idea.segmentId,
    told: idea.text,
    severity: idea.severity,
    centre: centre?.name ?? null,
    caseUrl: links.get(idea.caseId) ?? null,
    mayBeQuoted: idea.mayBeQuoted,
    isAccepted: stored?.decision === 'accepted',
    /** Masked further or coded otherwise since somebody decided. */
    isStale,
    quote: isTried ? typed('quote') : words,
    paraphrase: isTried ? typed('paraphrase') : (stored?.paraphrase ?? ''),
    reason: isTried ? typed('reason') : '',
    version: stored?.version ?? 0,
    isTried,
    action: urls.quote(idea.code, idea.segmentId),
  }
}

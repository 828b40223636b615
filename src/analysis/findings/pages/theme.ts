import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordLook } from '../../../audit/index.ts'
import { caseViewer, listSeenCases, staffCaseUrl } from '../../../cases/index.ts'
import { legacyCaseUrl, listLegacyCasesOpenTo } from '../../../imports/index.ts'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  idIn,
  numberWithin,
  optionalLine,
  render,
  sendingForm,
  showing,
  words as severalLines,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { decideQuote } from '../actions/decide-quote.ts'
import { proposeQuotes, QUOTE_ROLES } from '../propose-quotes.ts'
import { listQuotes } from '../quote-store.ts'
import type { ToldIdea } from '../read-ideas.ts'
import { quoteView } from './quote-view.ts'
import { enterRoom, roomHead, type Room } from './room.ts'

const LONGEST_QUOTE = 2000
const deciding = z.object({
  role: z.enum(QUOTE_ROLES, 'unknown'),
  decision: z.enum(['accepted', 'rejected'], 'unknown'),
  quote: severalLines(LONGEST_QUOTE),
  paraphrase: severalLines(600),
  reason: optionalLine(400),
  version: numberWithin(0, 1_000_000),
})

const themePage = (system: System): FormPage<Room> => ({
  enter: (request, response) => enterRoom(system, request, response),
  show: (...shown) => show(system, ...shown),
})

/** The quotes of one theme: proposed, accepted and put aside. */
export function showTheme(system: System): Page {
  return showing(themePage(system))
}

export function sendQuote(system: System): Page {
  return sendingForm(themePage(system), deciding, async (room, values, request) => {
    const segmentId = idIn(request, 'segmentId')
    await decideQuote(system, room.deed, { corpusId: room.corpus.corpusId, segmentId, ...values })
    return `${room.urls.theme(idIn(request, 'codeId'))}?hecho=${values.decision}`
  })
}

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, whose, mayFind, nameOf } = room
  const codeId = idIn(request, 'codeId')
  const told = room.ideas.filter(({ code }) => code === codeId)
  if (told.length === 0) throw new NotFound()
  const stored = (await listQuotes(system.db, whose)).filter((each) => each.codeId === codeId)
  const decided = new Map(stored.map((each) => [each.segmentId, each]))
  const rejected = stored.filter(({ decision }) => decision === 'rejected')
  const accepted = stored.filter(({ decision }) => decision === 'accepted')
  const proposed = proposeQuotes(told, new Set(stored.map(({ segmentId }) => segmentId))).filter(
    ({ role }) => !accepted.some((each) => each.role === role),
  )
  const ideaOf = new Map(told.map((idea) => [idea.segmentId, idea]))
  const shown = [
    ...accepted.map(({ segmentId, role }) => ({ role, idea: ideaOf.get(segmentId) })),
    ...proposed.map(({ role, idea }) => ({ role, idea: ideaOf.get(idea.segmentId) })),
  ]
  const links = await caseLinks(system, room, [...shown.map(({ idea }) => idea)])
  const done = (['accepted', 'rejected'] as const).find((each) => each === request.query.hecho)
  const attempt = { request, problems, response }
  const model = {
    ...roomHead(room, 'quotes'),
    title: t('findings.quotes.of_theme', { theme: nameOf(codeId) }),
    backUrl: room.urls.quotes,
    ...formAgain(response, problems, 'findings.problems'),
    done: done ? t(`findings.quotes.done.${done}`) : null,
    mayFind,
    quotes: shown.flatMap(({ role, idea }) =>
      idea
        ? [quoteView({ role, idea, links, stored: decided.get(idea.segmentId) }, room, attempt)]
        : [],
    ),
    missing: QUOTE_ROLES.filter((role) => !shown.some((each) => each.role === role)),
    rejected: rejected.map(({ role, reason, segmentId }) => ({
      role,
      reason,
      text: ideaOf.get(segmentId)?.text ?? '',
    })),
  }
  render(response, 'analysis/findings/theme', model, { layout: 'staff' })
}

/** To the cases, for those who may see them; looking at them is noted. */
async function caseLinks(
  { db }: System,
  { staff, book, slug, deed, whose }: Room,
  ideas: readonly (ToldIdea | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const caseIds = ideas.flatMap((idea) => (idea?.source === 'book' ? [idea.caseId] : []))
  const numbers = await listSeenCases(db, caseViewer(staff, book), caseIds)
  await recordLook(db, {
    ...deed,
    what: 'quotes',
    details: { corpusId: whose.corpusId, quotes: ideas.length },
  })
  const olderIds = ideas.flatMap((idea) => (idea?.source === 'legacy' ? [idea.caseId] : []))
  const { administrationId } = deed
  const all = olderIds.length
  const older = await listLegacyCasesOpenTo(db, staff, administrationId, olderIds, all)
  return new Map([
    ...[...numbers].map(([caseId, number]) => [caseId, staffCaseUrl(slug, number)] as const),
    ...older.cases.map(({ caseId, number }) => [caseId, legacyCaseUrl(slug, number)] as const),
  ])
}

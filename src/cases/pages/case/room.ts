import type { Request, Response } from 'express'
import { getBookRules, type BookRules } from '../../../administrations/index.ts'
import { listClocks, type StoredClock } from '../../../deadlines/index.ts'
import { listEvents, type StoredEvent } from '../../../ledger/index.ts'
import { requireStaff, requireWorkplace } from '../../../people/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { NotFound } from '../../../platform/errors.ts'
import { getRegimeVersion } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { findSubmittedAnswer, type Answer } from '../../answer-store.ts'
import type { Case } from '../../case.ts'
import { allowedActions, canSee, type CaseViewer, type StepRules } from '../../case-policy.ts'
import type { CaseAction } from '../../case-states.ts'
import { findCase } from '../../case-store.ts'
import { caseViewer } from '../../case-viewer.ts'
import { draftInHand } from '../../draft-in-hand.ts'
import { readTrail, type DeskTrail } from '../desk/desk-trail.ts'
import { stepFacts, stepRules } from '../../step-rules.ts'

/** A case as somebody of the staff has it before them, and what they may do with it now. */
export interface CaseRoom {
  system: System
  response: Response
  now: Date
  today: PlainDate
  viewer: CaseViewer
  /** The organisation as it is today, under the regime that the case was filed under. */
  book: BookRules
  slug: string
  item: Case
  events: readonly StoredEvent[]
  clocks: readonly StoredClock[]
  submitted: Answer | null
  rules: StepRules
  allowed: readonly CaseAction[]
  /** The list that they came from. */
  trail: DeskTrail | null
}

/** Outside of what the viewer may see no case exists. */
export async function openCaseRoom(
  system: System,
  request: Request,
  response: Response,
): Promise<CaseRoom> {
  const now = system.clock()
  const { slug, administrationId } = requireWorkplace(response)
  const current = await getBookRules(system, slug, now)
  const today = localDate(now, current.administration.timeZone)
  const viewer = caseViewer(requireStaff(response), current)
  const caseNumber = String(request.params['caseNumber'])
  const item = await findCase(system.db, { administrationId, caseNumber })
  if (!item || !canSee(viewer, item)) throw new NotFound()

  const regime = await getRegimeVersion(system.db, item.regimeCode, item.regimeVersion)
  const book = { ...current, regime, regimeVersion: item.regimeVersion }
  const events = await listEvents(system.db, administrationId, item.caseId)
  const clocks = await listClocks(system.db, item)
  const submitted = await findSubmittedAnswer(system.db, administrationId, item.caseId)
  const draft = submitted && (await draftInHand(system.db, submitted, today))
  const rules = stepRules(regime, item.kind, today, stepFacts(item, events, clocks, book, today))
  return {
    system,
    response,
    now,
    today,
    viewer,
    book,
    slug,
    item,
    events,
    clocks,
    submitted,
    rules,
    allowed: allowedActions(viewer, item, rules, draft),
    trail: trailIn(request),
  }
}

function trailIn({ query, body }: Request): DeskTrail | null {
  const sent = (body as Record<string, unknown> | undefined)?.['lista']
  return readTrail(sent ?? query['lista'])
}

import type { Request, Response } from 'express'
import { getBookRulesById, wearTheme, type BookRules } from '../../../administrations/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { getRegimeVersion, type RegimeFile } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import type { Case } from '../../case.ts'
import type { CaseAction } from '../../case-states.ts'
import { findCaseByNumber } from '../../case-number-store.ts'
import { personActions } from '../../person-policy.ts'
import { isFollowing, rememberFollower } from '../follower-session.ts'

/** A person with their case: number and secret were matched now or a short while ago. */
export interface Visit {
  item: Case
  book: BookRules
  /** The one that the case was filed under. */
  regime: RegimeFile
  today: PlainDate
  now: Date
  actions: ReadonlySet<CaseAction>
  lang: string
  t: T
}

/** Null: the secret must be asked for. */
export async function openVisit(
  system: System,
  request: Request,
  response: Response,
): Promise<Visit | null> {
  const caseNumber = String(request.params['caseNumber'])
  if (!isFollowing(system, request, caseNumber, system.clock())) return null
  const found = await findCaseByNumber(system.db, caseNumber)
  return found && visitOf(system, response, found)
}

/** Shows the page in the look of the administration, and lets the visit last from now. */
export async function visitOf(system: System, response: Response, item: Case): Promise<Visit> {
  const now = system.clock()
  const book = await getBookRulesById(system, item.administrationId, now)
  const regime = await getRegimeVersion(system.db, item.regimeCode, item.regimeVersion)
  const today = localDate(now, book.administration.timeZone)
  const { lang, t } = response.locals
  wearTheme(response, book.administration)
  rememberFollower(system, response, item.caseNumber, now)
  return { item, book, regime, today, now, actions: personActions(item, regime, today), lang, t }
}

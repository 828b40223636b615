import type { Response } from 'express'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { holdsWithin, requireStaff, requireWorkplace, type Role } from '../../people/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { NotAllowed } from '../../platform/errors.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import type { RulesDeed } from '../actions/deed.ts'
import { rulesUrls, type RulesUrls } from './urls.ts'

/** Who reads the rules of a book. */
export const readers: readonly Role[] = [
  'system_admin',
  'chief_administrator',
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
  'evaluator',
  'auditor',
]

/** Who changes what binds the whole administration. */
export const setters: readonly Role[] = ['system_admin', 'chief_administrator']

/** Who declares that an office is closed. */
export const keepersOfDays: readonly Role[] = [
  ...setters,
  'claims_manager',
  'deputy_claims_manager',
]

/** What every page of the rules starts from. */
export interface Room {
  book: BookRules
  deed: RulesDeed
  today: PlainDate
  urls: RulesUrls
  maySet: boolean
  mayKeepDays: boolean
  lang: string
  t: T
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const { administrationId, slug } = requireWorkplace(response)
  const staff = requireStaff(response)
  const at = system.clock()
  const book = await getBookRulesById(system, administrationId, at)
  const { lang, t } = response.locals
  return {
    book,
    deed: { administrationId, accountId: staff.accountId, at },
    today: localDate(at, book.administration.timeZone),
    urls: rulesUrls(slug),
    maySet: holdsWithin(staff, setters, administrationId),
    mayKeepDays: holdsWithin(staff, keepersOfDays, administrationId),
    lang,
    t,
  }
}

export function allow(permitted: boolean): void {
  if (!permitted) throw new NotAllowed()
}

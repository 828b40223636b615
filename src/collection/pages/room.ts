import type { Response } from 'express'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { holdsWithin, requireStaff, requireWorkplace, type Staff } from '../../people/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import type { ProgrammeDeed } from '../actions/keep-programme.ts'
import { keepers } from '../collection-policy.ts'
import { programmeUrls, type ProgrammeUrls } from './urls.ts'

/** What every page of the programme starts from. */
export interface Room {
  book: BookRules
  staff: Staff
  deed: ProgrammeDeed
  today: PlainDate
  urls: ProgrammeUrls
  mayKeep: boolean
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
    staff,
    deed: { administrationId, accountId: staff.accountId, at },
    today: localDate(at, book.administration.timeZone),
    urls: programmeUrls(slug),
    mayKeep: holdsWithin(staff, keepers, administrationId),
    lang,
    t,
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export function idOf(value: unknown): string {
  if (typeof value !== 'string' || !UUID.test(value)) throw new NotFound()
  return value
}

/** The year asked for, else the one that it is there. */
export function yearOf(asked: unknown, today: PlainDate): number {
  return typeof asked === 'string' && /^20\d\d$/.test(asked)
    ? Number(asked)
    : Number(today.slice(0, 4))
}

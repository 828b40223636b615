import { caseViewer, numbersSeen, staffCaseUrl } from '../../cases/index.ts'
import {
  changedDates,
  listRecounts,
  listStandingOn,
  type OwnYear,
  type RecountedDates,
} from '../../deadlines/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { listChanges, type ListedChange } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { calendarYearSetting } from '../calendar-year-setting.ts'
import type { Room } from './room.ts'

const RECOUNTS = 10
const CASES = 50
const CHANGES = 100

/** Which dates of answers the last changes of days moved, and of which cases, as far as the reader may see them. */
export async function movedDates(system: System, room: Room, layers: readonly { code: string }[]) {
  const { db } = system
  const { deed, staff, book, slug, lang, t } = room
  const { administrationId } = deed
  const own = layers.at(-1)?.code
  if (own === undefined) return []
  const recounts = await listRecounts(db, administrationId, await listStandingOn(db, own), {
    recounts: RECOUNTS,
    cases: CASES,
  })
  if (recounts.length === 0) return []
  const { subject } = calendarYearSetting(system)
  const changes = (await listChanges(db, administrationId, { subject, limit: CHANGES })).filter(
    ({ id }) => layers.some(({ code }) => id.startsWith(`${code}.`)),
  )
  const caseIds = recounts.flatMap(({ first }) => first.map(({ caseId }) => caseId))
  const numbers = await numbersSeen(db, caseViewer(staff, book), caseIds)
  return recounts.map((recount) => ({
    at: recount.at,
    count: t('installation.moved_dates.count', { count: recount.count }),
    days: daysChanged(recount, changes).map((date) => formatDate(date, lang)),
    cases: recount.first.flatMap(({ caseId, dueBefore, dueAfter }) => {
      const number = numbers.get(caseId)
      return number ? [{ number, href: staffCaseUrl(slug, number), dueBefore, dueAfter }] : []
    }),
    first: recount.count > CASES ? t('installation.moved_dates.first', { count: CASES }) : null,
  }))
}

/** Dates are counted again as soon as days change: the last change before is the one that moved them. */
function daysChanged({ at }: RecountedDates, changes: readonly ListedChange[]) {
  const change = changes.find((each) => each.at <= at)
  return change ? changedDates(yearOf(change.before), yearOf(change.after)) : []
}

function yearOf(value: unknown): Pick<OwnYear, 'days'> {
  return (value as OwnYear | null) ?? { days: [] }
}

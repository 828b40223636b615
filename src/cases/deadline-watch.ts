import type { Tx } from '../platform/database/connection.ts'
import { getBookRulesById } from '../administrations/index.ts'
import {
  watchDeadlines,
  type ClockGroup,
  type DeadlineAlert,
  type DeadlineWatch,
  type MovedClock,
  type WatchedClock,
} from '../deadlines/index.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import type { System } from '../system.ts'
import { getRegimeVersion, rulesOn } from '../regimes/index.ts'
import { moveCase } from './actions/move-case.ts'
import type { Case } from './case.ts'
import { lockCasesById, markCasesOverdue } from './deadline-watch-store.ts'
import { remindPerson } from './remind-person.ts'
import { tellStaff, type StaffRecipient } from './tell.ts'
import { tellMovedDates, type MovedCase } from './tell-moved-dates.ts'

/** The hourly watch, once and as of an instant. */
export async function watchCaseDeadlines(system: System, now: Date): Promise<void> {
  await watchDeadlines(system.db, now, caseDeadlineWatch({ ...system, clock: () => now }))
}

/** What the hourly watch of the clocks means for cases: overdue, reminders, closing, moved dates. */
export function caseDeadlineWatch(system: System): DeadlineWatch & {
  onMoved(tx: Tx, moved: readonly MovedClock[]): Promise<void>
} {
  return {
    levelsFor: (group, on) => alertLevels(system, group, on),
    onOverdue: (tx, clocks) => passDueDates(tx, clocks, system.clock()),
    onAlerts: (tx, alerts) => sendAlerts(tx, system, alerts, system.clock()),
    onMoved: (tx, moved) => followMovedDates(tx, moved, system.clock()),
  }
}

async function alertLevels(
  { db }: System,
  { regimeCode, regimeVersion, step }: ClockGroup,
  on: PlainDate,
) {
  const regime = await getRegimeVersion(db, regimeCode, regimeVersion)
  return rulesOn(regime.alerts, on).filter((alert) => alert.step === step)
}

/** The answer is late, or the time is over in which the person could come back. */
async function passDueDates(tx: Tx, clocks: readonly WatchedClock[], now: Date): Promise<void> {
  await markCasesOverdue(
    tx,
    clocks.filter(({ step }) => step === 'answer'),
  )
  for (const item of await lockCasesById(
    tx,
    clocks.filter(({ step }) => step === 'close'),
  )) {
    if (item.state !== 'notified' || item.reviewAsked) continue
    await moveCase(tx, item, { action: 'close', actor: { as: 'system' }, now, reason: 'answered' })
  }
}

async function sendAlerts(
  tx: Tx,
  system: System,
  alerts: readonly DeadlineAlert[],
  now: Date,
): Promise<void> {
  const cases = new Map((await lockCasesById(tx, alerts)).map((item) => [item.caseId, item]))
  for (const alert of alerts) {
    const item = cases.get(alert.caseId)
    if (!item || (alert.step === 'answer' && item.answeredAt !== null)) continue
    const book = await getBookRulesById(system, item.administrationId, now)
    const today = localDate(now, book.administration.timeZone)
    const telling = { tx, system, item, book, today, now }
    if (alert.to === 'person') {
      await remindPerson(telling, alert.step)
      continue
    }
    const to = recipientOf(alert.to, item)
    if (!to) continue
    const template = alert.workingDays < 0 ? 'deadline_near' : 'deadline_escalated'
    const details = { step: alert.step, level: alert.level, dueOn: alert.dueOn }
    await tellStaff(telling, template, to, details)
  }
}

function recipientOf(reader: string, item: Case): StaffRecipient | null {
  switch (reader) {
    case 'handler':
      return item.handlerId ? { accountId: item.handlerId } : null
    case 'unit_head':
      return item.unitId ? { role: 'unit_head', unitId: item.unitId } : null
    case 'office_head':
      return { role: 'office_head', centreId: item.centreId }
    case 'deputy_claims_manager':
      return { role: 'deputy_claims_manager' }
    case 'chief_administrator':
      return { role: 'chief_administrator' }
    default:
      return { role: 'claims_manager' }
  }
}

/** A holiday was added or taken away: the case and its history follow. */
async function followMovedDates(tx: Tx, moved: readonly MovedClock[], now: Date): Promise<void> {
  const answers = moved
    .map(({ clock, dueBefore }) => ({ ...clock, dueBefore }))
    .filter(({ step }) => step === 'answer')
  const dates = new Map(answers.map((clock) => [clock.caseId, clock]))
  const told: MovedCase[] = []
  for (const item of await lockCasesById(tx, answers)) {
    const clock = dates.get(item.caseId)
    if (!clock || !item.isOpen) continue
    await moveCase(tx, item, {
      action: 'move_date',
      actor: { as: 'system' },
      now,
      reason: 'calendar_changed',
      details: { dueBefore: clock.dueBefore, dueOn: clock.dueOn },
      changes: { due_on: clock.dueOn, overdue: clock.overdueAt !== null },
    })
    told.push({ item, dueBefore: clock.dueBefore })
  }
  await tellMovedDates(tx, told, now)
}

import { randomUUID } from 'node:crypto'
import { daysBetween, type PlainDate } from '../../platform/dates.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Office } from '../office.ts'
import { updateReport, type Report } from '../report-store.ts'
import { deleteSkeleton, insertSkeleton } from '../skeleton-store.ts'
import { periodOf } from '../retention/statistics.ts'
import { eraseAfter, mayPostponeTo } from '../retention/retention-rules.ts'
import type { SealedTx } from '../sealed-store.ts'
import { readEventBody, type ConclusionFacts } from './event-body.ts'
import type { StoredCourse } from './record-act.ts'

/** What the figures need to know of a report; the officer says it, since the server cannot read it. */
export interface Conclusion {
  category: string
  outcome: string
  anonymous: boolean
}

/** Keeps the skeleton for the figures and sets the day of the erasure. */
export async function concludeReport(
  tx: SealedTx,
  report: Report,
  course: StoredCourse,
  conclusion: Conclusion | null,
  office: Office,
): Promise<ConclusionFacts> {
  const facts = { ...requireKnown(conclusion, office), skeletonId: randomUUID() }
  await insertSkeleton(tx, {
    ...facts,
    period: periodOf(report.receivedOn),
    channel: report.channel,
    daysTo: daysTo(report, course, office.day),
  })
  await updateReport(tx, report, {
    concludedOn: office.day,
    retainUntil: eraseAfter(office.day, office.rules.retention),
  })
  return facts
}

/** Whatever is open again is kept, and counts once, when it ends. */
export async function reopenReport(
  tx: SealedTx,
  report: Report,
  { events }: StoredCourse,
): Promise<void> {
  const conclusion = events.findLast(({ code }) => code === 'conclude')
  const { facts } = readEventBody(conclusion?.body ?? null)
  if (facts) await deleteSkeleton(tx, facts.skeletonId)
  await updateReport(tx, report, { concludedOn: null, retainUntil: null })
}

export async function postponeErasure(
  tx: SealedTx,
  report: Report,
  until: string | null,
  { day }: Office,
): Promise<void> {
  if (until === null || !mayPostponeTo(report, until, day)) {
    throw new Invalid([{ field: '/until', code: 'invalid', text: 'officers.until_wrong' }])
  }
  await updateReport(tx, report, { retainUntil: until })
}

function requireKnown(conclusion: Conclusion | null, { rules }: Office): Conclusion {
  const isOf = (list: readonly { code: string }[], code?: string) =>
    list.some((one) => one.code === code)
  const problems = [
    ...(isOf(rules.categories, conclusion?.category) ? [] : ['/conclusion/category']),
    ...(isOf(rules.outcomes, conclusion?.outcome) ? [] : ['/conclusion/outcome']),
  ].map((field) => ({ field, code: 'required' }))
  if (!conclusion || problems.length > 0) throw new Invalid(problems)
  return conclusion
}

const STEPS = ['start_check', 'refer', 'record_outcome', 'tell_outcome'] as const

function daysTo(report: Report, { events }: StoredCourse, day: PlainDate): Record<string, number> {
  const taken = STEPS.flatMap((step) => {
    const event = events.find(({ code }) => code === step)
    return event ? [[step, daysBetween(report.receivedOn, event.day)] as const] : []
  })
  return { ...Object.fromEntries(taken), conclude: daysBetween(report.receivedOn, day) }
}

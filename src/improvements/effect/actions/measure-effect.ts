import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import {
  afterPeriod,
  areWholeMonths,
  type EffectIndicator,
  type EffectPeriod,
} from '../indicator.ts'
import { findIndicator, updateMeasured, upsertIndicator } from '../indicator-store.ts'
import { readCounts } from '../read-counts.ts'

type Ground = Pick<System, 'db'>

interface Measuring {
  deed: StaffDeed
  today: PlainDate
  timeZone: string
}

/** Chosen with the figures of before, which are counted now and kept. */
export async function chooseIndicator(
  { db }: Ground,
  { deed, today, timeZone }: Measuring,
  projectId: string,
  indicator: EffectIndicator,
): Promise<void> {
  const problems = indicatorProblems(indicator, today)
  if (problems.length > 0) throw new Invalid(problems)
  const { administrationId, accountId, at } = deed
  const where = { administrationId, timeZone }
  const beforeCounts = await readCounts(db, where, indicator, indicator.before)
  await inTransaction(db, async (tx) => {
    const whose = { administrationId, projectId }
    const there = await findIndicator(tx, whose)
    if (there?.lockedAt) throw new WrongState()
    await upsertIndicator(tx, whose, { ...indicator, beforeCounts }, { at, by: accountId })
    const details = { projectId, measure: indicator.measure }
    await recordChange(tx, { ...deed, action: 'project_indicator_chosen', details })
  })
}

function indicatorProblems({ before, measure }: EffectIndicator, today: PlainDate): FieldProblem[] {
  return [
    ...(before.until < before.from ? [{ field: 'beforeUntil', code: 'before_start' }] : []),
    ...(before.until >= today ? [{ field: 'beforeUntil', code: 'not_over' }] : []),
    ...(measure === 'in_time' && !areWholeMonths(before)
      ? [{ field: 'beforeFrom', code: 'whole_months' }]
      : []),
  ]
}

/** Counts the time afterwards once it is over; what came out stays. */
export async function measureEffect(
  { db }: Ground,
  { deed, today, timeZone }: Measuring,
  { projectId, finishedOn }: { projectId: string; finishedOn: PlainDate },
): Promise<void> {
  const { administrationId, at } = deed
  const whose = { administrationId, projectId }
  const indicator = await findIndicator(db, whose)
  if (!indicator?.lockedAt || indicator.measuredAt) throw new WrongState()
  const period: EffectPeriod = afterPeriod(indicator, finishedOn)
  if (period.until >= today) throw new WrongState()
  const counts = await readCounts(db, { administrationId, timeZone }, indicator, period)
  await inTransaction(db, async (tx) => {
    const isFirst = await updateMeasured(tx, whose, { ...period, ...counts }, at)
    if (!isFirst) throw new WrongState()
    await recordChange(tx, { ...deed, action: 'project_effect_measured', details: { projectId } })
  })
}

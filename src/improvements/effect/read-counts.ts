import { causesOfCases, listReadCases, readFigures } from '../../analysis/index.ts'
import { listTotals } from '../../attentions/index.ts'
import { listCasesForAnalysis, type AnalysisCursor } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { listScorePairs, SATISFIED_FROM } from '../../surveys/index.ts'
import type { EffectCounts, EffectIndicator, EffectPeriod } from './indicator.ts'

export interface WhereCounted {
  administrationId: string
  timeZone: string
}

/** What an indicator comes to in a period, before or after, counted the same way. */
export async function readCounts(
  db: Db,
  where: WhereCounted,
  indicator: EffectIndicator,
  period: EffectPeriod,
): Promise<EffectCounts> {
  switch (indicator.measure) {
    case 'recurrence': {
      const { counted, unread } = await walkCases(db, where, indicator, period)
      return {
        events: counted.length,
        base: await countBase(db, where, indicator, period),
        unread,
      }
    }
    case 'satisfaction':
      return countSatisfied(db, where, indicator, period)
    case 'in_time':
      return countInTime(db, where, indicator, period)
  }
}

const AT_ONCE = 2000

/** The cases that show what the project is about: those that its recurrence counts. */
export async function listCasesCounted(
  db: Db,
  where: WhereCounted,
  indicator: EffectIndicator,
  period: EffectPeriod,
): Promise<string[]> {
  return (await walkCases(db, where, indicator, period)).counted
}

/** The cases that belong, and the share of all there that nobody has read for causes. */
async function walkCases(
  db: Db,
  { administrationId, timeZone }: WhereCounted,
  indicator: EffectIndicator,
  { from, until }: EffectPeriod,
): Promise<{ counted: string[]; unread: number }> {
  const question = {
    administrationId,
    timeZone,
    from,
    until,
    kinds: indicator.kind === null ? [] : [indicator.kind],
    centreIds: indicator.centreId === null ? [] : [indicator.centreId],
    serviceIds: indicator.serviceId === null ? [] : [indicator.serviceId],
    channels: [],
  }
  const counted: string[] = []
  let [all, unread] = [0, 0]
  let after: AnalysisCursor | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof listCasesForAnalysis>> = await listCasesForAnalysis(
      db,
      question,
      { after, limit: AT_ONCE },
    )
    const { belongs, isUnread } = await tellBelonging(db, administrationId, indicator, page)
    counted.push(...page.filter(belongs).map(({ caseId }) => caseId))
    all += page.length
    unread += page.filter(isUnread).length
    const last = page.at(-1)
    if (!last || page.length < AT_ONCE) return { counted, unread: all === 0 ? 0 : unread / all }
    after = { registeredAt: last.registeredAt, caseId: last.caseId }
  }
}

interface Belonging {
  belongs: (told: Told) => boolean
  isUnread: (told: Told) => boolean
}

type Told = Awaited<ReturnType<typeof listCasesForAnalysis>>[number]

async function tellBelonging(
  db: Db,
  administrationId: string,
  { subject }: EffectIndicator,
  page: readonly Told[],
): Promise<Belonging> {
  if (subject === null) return readable(() => true)
  const { by, code } = subject
  switch (by) {
    case 'motive':
      return readable(({ motive }) => motive === code)
    case 'service':
      return readable(({ serviceId }) => serviceId === code)
    case 'centre':
      return readable(({ centreId }) => centreId === code)
    case 'cause': {
      const ids = page.map(({ caseId }) => caseId)
      const causes = await causesOfCases(db, administrationId, ids)
      const read = await listReadCases(db, administrationId, ids)
      return {
        belongs: ({ caseId }) => causes.get(caseId) === code,
        isUnread: ({ caseId }) => !causes.has(caseId) && !read.has(caseId),
      }
    }
  }
}

/** What stands in the case itself needs nobody to read it. */
function readable(belongs: Belonging['belongs']): Belonging {
  return { belongs, isUnread: () => false }
}

/** The attentions where the cases came from; null when nobody counted any. */
async function countBase(
  db: Db,
  { administrationId }: WhereCounted,
  { centreId, serviceId, subject }: EffectIndicator,
  { from, until }: EffectPeriod,
): Promise<number | null> {
  const centre = subject?.by === 'centre' ? subject.code : centreId
  const service = subject?.by === 'service' ? subject.code : serviceId
  const totals = await listTotals(db, {
    administrationId,
    from,
    until,
    centreIds: centre === null ? [] : [centre],
  })
  const there = totals.filter((total) => service === null || total.serviceId === service)
  return there.length === 0 ? null : there.reduce((sum, { attended }) => sum + attended, 0)
}

async function countSatisfied(
  db: Db,
  { administrationId }: WhereCounted,
  { driver, centreId }: EffectIndicator,
  { from, until }: EffectPeriod,
): Promise<EffectCounts> {
  const pairs = await listScorePairs(db, administrationId, { from, until, centreId })
  const own = pairs.filter((pair) => pair.driver === driver)
  const countOf = (some: typeof own) => some.reduce((sum, { count }) => sum + count, 0)
  return {
    events: countOf(own.filter(({ score }) => score >= SATISFIED_FROM)),
    base: countOf(own),
    unread: 0,
  }
}

async function countInTime(
  db: Db,
  { administrationId }: WhereCounted,
  { kind, centreId }: EffectIndicator,
  period: EffectPeriod,
): Promise<EffectCounts> {
  const [figure] = await readFigures(db, {
    administrationId,
    period,
    audience: 'inside',
    asOf: period.until,
    indicators: ['Q04'],
    ...(kind !== null && { kinds: [kind] }),
    ...(centreId !== null && { centreId }),
  })
  if (!figure || figure.value === null) return { events: 0, base: null, unread: 0 }
  return { events: Math.round(figure.value * figure.n), base: figure.n, unread: 0 }
}

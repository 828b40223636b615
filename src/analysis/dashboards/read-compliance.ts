import { listStrata, standingOn, type Standing } from '../../administrations/index.ts'
import { listAttended } from '../../attentions/index.ts'
import { readSiteAccess } from '../../channels/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import {
  accessFigures,
  readManyFigures,
  type Figure,
  type IndicatorId,
  type Period,
} from '../indicators/index.ts'
import { changeOf, complianceIndex, type ComplianceIndex } from './compliance-index.ts'
import type { TellImprovements } from './tell-improvements.ts'

export interface Overseen {
  administrationId: string
  name: string
}

export interface ComplianceLine extends Overseen {
  standing: Standing
  index: ComplianceIndex
  /** Over the parts that both years have; null: there is nothing to compare. */
  change: number | null
}

interface Asked {
  kind: string
  period: Period
  before: Period
  today: PlainDate
}

const NEEDED: readonly IndicatorId[] = ['Q04', 'Q06', 'Q13', 'Q26']

/** The index of every administration overseen: their cells in one statement, however many there are. */
export async function readCompliance(
  db: Db,
  overseen: readonly Overseen[],
  { kind, period, before, today }: Asked,
  improvements: TellImprovements,
): Promise<ComplianceLine[]> {
  const ids = overseen.map(({ administrationId }) => administrationId)
  if (ids.length === 0) return []
  const periods = [period, before]
  const questions = ids.flatMap((administrationId) =>
    periods.map((each) => ({
      administrationId,
      period: each,
      kinds: [kind],
      audience: 'inside' as const,
      asOf: today,
      indicators: NEEDED,
    })),
  )
  // whether a book was kept then makes no difference here: what is missing is left out
  const figures = await readManyFigures(db, questions, [])
  const onTime = await improvements.onTime(db, ids, periods)
  const sites = await readSiteAccess(db, ids, today)
  const strata = await listStrata(db, ids)
  const attended = await listAttended(db, ids, yearUntil(period.until))
  return overseen.map((place, index) => {
    const { administrationId } = place
    const [now = null, then = null] = onTime.get(administrationId) ?? []
    const access = accessFigures(sites.get(administrationId) ?? [])
    const told = (at: number) => figures[2 * index + at] ?? []
    const here = complianceIndex([...told(0), ...present(now), ...access], kind)
    const earlier = complianceIndex([...told(1), ...present(then)], kind)
    return {
      ...place,
      index: here,
      change: changeOf(here, earlier),
      standing: standingOn(strata.get(administrationId) ?? [], {
        centreId: null,
        day: period.until,
        attended: attended.get(administrationId) ?? null,
      }),
    }
  })
}

function yearUntil(day: PlainDate): Period {
  return { from: addDays(day, -364), until: day }
}

function present(figure: Figure | null): Figure[] {
  return figure === null ? [] : [figure]
}

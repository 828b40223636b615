import type { Figure, IndicatorId, TellImprovements } from '../analysis/index.ts'
import type { Proportion } from '../statistics/index.ts'
import { projectUrls, readImprovementFigures, readOnTime } from './projects/index.ts'

const TOLD = ['Q30', 'Q31', 'Q32'] as const

/** For dashboards and the compliance index: how much of what was found became something done. */
export const tellImprovements: TellImprovements = {
  figures: async (db, asked) => {
    const periods = await readImprovementFigures(db, asked)
    return periods.map((told) => TOLD.map((id) => figureOf(id, told[id])))
  },
  onTime: async (db, administrationIds, periods) => {
    const shares = await readOnTime(db, administrationIds, periods)
    return new Map(
      [...shares].map(([id, told]) => [id, told.map((share) => figureOf('Q31', share))]),
    )
  },
  address: (slug) => projectUrls(slug).list,
}

function figureOf(indicator: IndicatorId, share: Proportion | null): Figure {
  return {
    indicator,
    measure: 'share',
    kind: null,
    member: null,
    value: share?.share ?? null,
    n: share?.n ?? 0,
    interval: share && { low: share.low, high: share.high },
    missing: share ? null : 'no_cases',
  }
}

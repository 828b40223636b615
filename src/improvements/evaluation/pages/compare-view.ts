import { standingOn, STRATA, type StratumRecord } from '../../../administrations/index.ts'
import type { AttentionTotal } from '../../../attentions/index.ts'
import type { Evaluation } from '../evaluation.ts'
import type { EvaluationRoom } from './evaluation-room.ts'
import { sayShare } from '../say-share.ts'

interface Found {
  totals: readonly AttentionTotal[]
  /** How large each centre is, where somebody wrote it down. */
  strata: readonly StratumRecord[]
  evaluations: readonly Evaluation[]
}

/** Centres beside their like, by name and never by rank: each with its level and how it changed in a year. */
export function compareCentres(room: EvaluationRoom, { totals, strata, evaluations }: Found) {
  const { centres, t, lang, urls, year } = room
  const lines = centres.map(({ centreId, slug, name }) => {
    const counted = totals.filter((total) => total.centreId === centreId)
    const attended =
      counted.length === 0 ? null : counted.reduce((sum, one) => sum + one.attended, 0)
    const now = latest(evaluations, centreId, year)
    const before = latest(evaluations, centreId, year - 1)
    return {
      name,
      stratum: standingOn(strata, { centreId, day: `${year}-12-31`, attended }).stratum,
      href: `${urls.home}?anio=${year}&centro=${slug}`,
      share: now === null ? t('improvements-evaluation.not_evaluated') : sayShare(now, lang),
      change: sayChange(now, before, room),
    }
  })
  return STRATA.flatMap((stratum) => {
    const rows = lines.filter((line) => line.stratum === stratum)
    if (rows.length === 0) return []
    return [{ name: t(`improvements-evaluation.stratum.${stratum}`), rows }]
  })
}

/** What an evaluator signed counts; a centre's own judgement of itself is no comparison. */
function latest(evaluations: readonly Evaluation[], centreId: string, year: number) {
  const found = evaluations.find(
    (one) =>
      one.centreId === centreId && one.year === year && one.kind === 'visit' && one.result !== null,
  )
  return found?.result?.share ?? null
}

function sayChange(now: number | null, before: number | null, { t }: EvaluationRoom): string {
  if (now === null || before === null) return '–'
  const points = Math.round((now - before) * 100)
  const direction = points > 0 ? 'more' : points < 0 ? 'less' : 'same'
  return t(`improvements-evaluation.change.${direction}`, { points: Math.abs(points) })
}

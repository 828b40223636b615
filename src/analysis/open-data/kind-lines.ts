import { sayAmount, sayInterval } from '../charts/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import { pick, pointOf, unitOf } from '../dashboards/index.ts'
import type { Figure } from '../indicators/index.ts'

export interface KindLine {
  name: string
  received: string
  inTime: string
  interval: string
  median: string
}

/** One line a kind: kinds are never added up into one share or one time. */
export function kindLines(
  figures: readonly Figure[],
  kinds: readonly { code: string; label: string }[],
  { t, lang }: { t: T; lang: string },
): KindLine[] {
  return kinds.map(({ code, label }) => {
    const say = (
      indicator: 'Q01' | 'Q04' | 'Q09',
      measure: string,
      as: 'cases' | 'share' | 'days',
    ) => {
      const point = pointOf(pick(figures, { indicator, measure, kind: code }), t)
      return point.value === null
        ? (point.missing ?? '')
        : sayAmount(point.value, unitOf(as, t), lang)
    }
    const inTime = pick(figures, { indicator: 'Q04', measure: 'share', kind: code })
    return {
      name: label,
      received: say('Q01', 'count', 'cases'),
      inTime: say('Q04', 'share', 'share'),
      interval: inTime?.interval
        ? sayInterval(inTime.interval, unitOf('share', t), { t, lang })
        : '',
      median: say('Q09', 'p50_working_days', 'days'),
    }
  })
}

/** What there is to tell of a kind: something, that there were too few, or that none came in. */
export function tellable(figures: readonly Figure[], kind: string): 'shown' | 'few' | 'none' {
  const received = pick(figures, { indicator: 'Q01', measure: 'count', kind })
  if (received === null || (received.missing !== 'hidden' && !received.value)) return 'none'
  const isShown = TOLD.some(
    ([indicator, measure]) => pick(figures, { indicator, measure, kind })?.value != null,
  )
  return isShown ? 'shown' : 'few'
}

const TOLD = [
  ['Q01', 'count'],
  ['Q04', 'share'],
  ['Q09', 'p50_working_days'],
] as const

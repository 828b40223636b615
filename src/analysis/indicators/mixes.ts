import { isFew } from '../../statistics/index.ts'
import { shareOf } from './formulas/worth.ts'
import { ENOUGH_FOR_A_GAP } from './group-gaps.ts'
import type { Figure, FigureQuestion, IndicatorId } from './figure.ts'

/** Indicators that compare figures with each other; made of what may be shown, so that they tell nothing else. */

/** What each question needs besides what it asks for. */
export const MADE_OF: Partial<Record<IndicatorId, IndicatorId>> = {
  Q20: 'Q01',
  Q21: 'Q01',
  Q22: 'Q01',
  Q33: 'Q04',
}

const COMPLAINTS = ['complaint', 'claim']

export function mixesOf(figures: readonly Figure[], { breakdown }: FigureQuestion): Figure[] {
  const received = figures.filter(({ indicator }) => indicator === 'Q01')
  const inTime = figures.filter(({ indicator }) => indicator === 'Q04')
  return [
    ...kindMix(received.filter(({ member }) => member === null)),
    ...(breakdown === 'channel' ? sharesOf('Q20', received) : []),
    ...(breakdown === 'motive' || breakdown === 'cause' ? sharesOf('Q22', received) : []),
    ...(breakdown === undefined ? [] : gapsOf(inTime)),
  ]
}

/** Shares of the kinds that are shown; of the others nothing follows. */
function kindMix(received: readonly Figure[]): Figure[] {
  const shown = received.filter(({ missing }) => missing === null)
  const all = shown.reduce((sum, { n }) => sum + n, 0)
  const count = (kinds: readonly string[]) =>
    shown.filter(({ kind }) => kinds.includes(kind ?? '')).reduce((sum, { n }) => sum + n, 0)
  const complaints = count(COMPLAINTS)
  return [
    ...received.map((figure) => partOf('Q21', figure, all)),
    {
      indicator: 'Q21',
      measure: 'compliments_per_claim',
      kind: null,
      member: null,
      value: complaints === 0 ? null : count(['compliment']) / complaints,
      n: complaints,
      interval: null,
      missing: complaints === 0 ? 'no_denominator' : null,
    },
  ]
}

/** Each member's part of its kind, the largest first, and what they add up to. */
function sharesOf(indicator: 'Q20' | 'Q22', received: readonly Figure[]): Figure[] {
  const wholes = received.filter(({ member }) => member === null)
  return wholes.flatMap((whole) => {
    const members = received
      .filter(({ kind, member }) => kind === whole.kind && member !== null)
      .sort((one, other) => other.n - one.n)
    const parts = members.map((figure) => partOf(indicator, figure, whole.n))
    return indicator === 'Q22' ? [...parts, ...cumulated(parts)] : parts
  })
}

function partOf(indicator: IndicatorId, figure: Figure, all: number): Figure {
  const { kind, member } = figure
  if (figure.missing !== null || all === 0) {
    return { ...figure, indicator, measure: 'share', missing: figure.missing ?? 'no_cases' }
  }
  const { value, n, interval = null } = shareOf(figure.n, all)
  return { indicator, measure: 'share', kind, member, value, n, interval, missing: null }
}

function cumulated(parts: readonly Figure[]): Figure[] {
  let sum = 0
  return parts
    .filter(({ missing }) => missing === null)
    .map((part) => ({
      ...part,
      measure: 'cumulative',
      value: (sum += part.value ?? 0),
      interval: null,
    }))
}

/** How far the best served group is from the worst, among groups large enough to compare. */
function gapsOf(inTime: readonly Figure[]): Figure[] {
  const kinds = [...new Set(inTime.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const groups = inTime.filter(
      (each) =>
        each.kind === kind &&
        each.member !== null &&
        each.missing === null &&
        each.n > 0 &&
        !isFew(each.n, ENOUGH_FOR_A_GAP),
    )
    const shares = groups.map(({ value }) => value ?? 0)
    const enough = shares.length >= 2
    return {
      indicator: 'Q33',
      measure: 'gap',
      kind,
      member: null,
      value: enough ? Math.max(...shares) - Math.min(...shares) : null,
      n: groups.reduce((sum, { n }) => sum + n, 0),
      interval: null,
      missing: enough ? null : 'no_cases',
    }
  })
}

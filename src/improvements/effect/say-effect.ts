import { formatDate, formatNumber, type T } from '../../platform/i18n/index.ts'
import { isFew, SMALLEST_PUBLIC_CELL } from '../../statistics/index.ts'
import type { EffectCounts, EffectPeriod, StoredIndicator } from './indicator.ts'
import { judgeEffect, type Verdict } from './judge-effect.ts'

/** The effect in words of everybody, with the numbers behind. */
export interface SaidEffect {
  verdict: Verdict
  /** "Mejoró", and what that rests on. */
  title: string
  sentence: string
  /** What the words rest on, for whoever wants to count it again. */
  numbers: string
  /** The same where anybody reads it: without what was counted of few people. */
  publicNumbers: string
}

/** Null until the time afterwards was counted. */
export function sayEffect(indicator: StoredIndicator, t: T, lang: string): SaidEffect | null {
  const { measure, beforeCounts, afterCounts } = indicator
  if (!afterCounts) return null
  const judged = judgeEffect(measure, beforeCounts, afterCounts)
  const { verdict, why, value, low, high } = judged
  const is = measure === 'recurrence' ? 'recurrence' : 'share'
  const ratio = (number: number | null) => formatNumber(number ?? 0, lang, 2)
  // of a hundred, which people read more easily than a ratio
  const hundred = (number: number | null) => formatNumber(Math.round((number ?? 0) * 100), lang)
  const figures = {
    value: hundred(value),
    low: hundred(low),
    high: hundred(high),
    ratio: ratio(value),
    ratioLow: ratio(low),
    ratioHigh: ratio(high),
  }
  const counts = {
    beforeEvents: formatNumber(beforeCounts.events, lang),
    beforeBase: formatNumber(beforeCounts.base ?? 0, lang),
    afterEvents: formatNumber(afterCounts.events, lang),
    afterBase: formatNumber(afterCounts.base ?? 0, lang),
    beforeUnread: hundred(beforeCounts.unread),
    afterUnread: hundred(afterCounts.unread),
  }
  const numbers = [
    t(`improvements-effect.counted.${is}`, counts),
    ...(low === null
      ? []
      : [t(`improvements-effect.interval.${value === null ? 'bounds' : is}`, figures)]),
  ].join(' ')
  return {
    verdict,
    title: t(`improvements-effect.verdict.${verdict}`),
    sentence:
      why === null
        ? t(`improvements-effect.sentence.${is}.${verdict}`, counts)
        : t(`improvements-effect.too_few.${why}`, counts),
    numbers,
    publicNumbers: [beforeCounts, afterCounts].some(isOfFew)
      ? t('improvements-effect.of_few')
      : numbers,
  }
}

function isOfFew({ events, base }: EffectCounts): boolean {
  return [events, (base ?? 0) - events].some((count) => isFew(count, SMALLEST_PUBLIC_CELL))
}

/** What was chosen, as facts of a list: what, before, afterwards. */
export function effectFacts(
  indicator: StoredIndicator,
  names: { subject: string; place: string },
  t: T,
  lang: string,
): { key: string; value: string }[] {
  const days = ({ from, until }: EffectPeriod) =>
    t('improvements-effect.from_until', {
      from: formatDate(from, lang),
      until: formatDate(until, lang),
    })
  const { measure, before, after, afterDays, beforeCounts } = indicator
  const is = measure === 'recurrence' ? 'recurrence' : 'share'
  return [
    {
      key: t('improvements-effect.what'),
      value: t(`improvements-effect.measure_of.${measure}`, names),
    },
    { key: t('improvements-effect.where'), value: names.place },
    {
      key: t('improvements-effect.before'),
      value: `${days(before)}: ${t(`improvements-effect.found.${is}`, {
        events: formatNumber(beforeCounts.events, lang),
        base:
          beforeCounts.base === null
            ? t('improvements-effect.nobody_counted')
            : formatNumber(beforeCounts.base, lang),
      })}`,
    },
    {
      key: t('improvements-effect.after'),
      value: after ? days(after) : t('improvements-effect.days_after', { count: afterDays }),
    },
  ]
}

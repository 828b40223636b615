import type { T } from '../../../platform/i18n/index.ts'
import { inLanguage, type CorruptionRules } from '../../../regimes/index.ts'
import { DIMENSIONS, STEPS, type Dimension, type PeriodFigures } from '../period-figures.ts'

interface Wording {
  t: T
  lang: string
}

type Labels = Pick<CorruptionRules, 'categories' | 'outcomes'>

export function figuresView(figures: readonly PeriodFigures[], rules: Labels, wording: Wording) {
  const { t } = wording
  return {
    title: t('sealed-figures.title'),
    periods: figures.map((one) => ({
      name: t('sealed-figures.period', { half: one.period.slice(6), year: one.period.slice(0, 4) }),
      received:
        one.total === null
          ? t('sealed-figures.received_few')
          : t('sealed-figures.received', { total: one.total }),
      tables: tablesOf(one, rules, wording),
    })),
  }
}

function tablesOf({ total, tables, medianDays }: PeriodFigures, rules: Labels, wording: Wording) {
  const { t } = wording
  if (!tables || !medianDays) return []
  const counted = DIMENSIONS.map((dimension) => ({
    caption: t(`sealed-figures.by.${dimension}`),
    unit: t('sealed-figures.reports'),
    rows: tables[dimension].map(({ code, count }) => ({
      label: labelOf(dimension, code, rules, wording),
      value: sayCount(dimension, count, total, t),
    })),
  }))
  const paces = {
    caption: t('sealed-figures.by.days'),
    unit: t('sealed-figures.days'),
    rows: STEPS.map((step) => ({
      label: t(`sealed-figures.step.${step}`),
      value: medianDays[step] ?? t('sealed-figures.hidden'),
    })),
  }
  return [...counted, paces]
}

function sayCount(dimension: Dimension, count: number | null, total: number | null, t: T) {
  if (count === null) return t('sealed-figures.hidden')
  if (dimension !== 'anonymity' || total === null) return count
  return t('sealed-figures.share', { count, percent: Math.round((count / total) * 100) })
}

/** What the rules no longer name keeps its code. */
function labelOf(dimension: Dimension, code: string, rules: Labels, { t, lang }: Wording): string {
  if (dimension === 'anonymity') return t(`sealed-figures.anonymity.${code}`)
  if (dimension === 'channel') return t(`sealed-figures.channel.${code}`)
  const list = dimension === 'category' ? rules.categories : rules.outcomes
  const known = list.find((one) => one.code === code)
  return known ? inLanguage(known.label, lang) : code
}

import { formatNumber, type T } from '../../../platform/i18n/index.ts'
import type { Figure } from '../../indicators/figure.ts'
import type { Saying } from './chosen-figures.ts'

type Speech = { t: T; lang: string }

/** A value in words, or why there is none. */
export function sayFigure(figure: Figure | undefined, saying: Saying, { t, lang }: Speech): string {
  if (!figure) return '–'
  if (figure.value !== null) return sayValue(figure.value, saying, { t, lang })
  return figure.missing === null ? '–' : t(`analysis-reports.missing.${figure.missing}`)
}

export function sayInterval(figure: Figure, saying: Saying, speech: Speech): string {
  if (!figure.interval || figure.value === null) return ''
  const { low, high } = figure.interval
  return `${sayValue(low, saying, speech)} – ${sayValue(high, saying, speech)}`
}

function sayValue(value: number, saying: Saying, { t, lang }: Speech): string {
  if (saying === 'percent') return `${formatNumber(value * 100, lang, 1)} %`
  if (saying === 'count') return formatNumber(value, lang)
  const decimals = Number.isInteger(value) ? 0 : 1
  const said = formatNumber(value, lang, decimals)
  if (saying === 'working_days') return t('analysis-reports.saying.days', { count: value, said })
  return said
}

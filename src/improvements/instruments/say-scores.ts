import { formatNumber, type T } from '../../platform/i18n/index.ts'
import type { Row } from './instrument.ts'
import type { Kind } from './kinds.ts'
import { HIGHEST, scoresOf } from './score.ts'

export interface SaidScore {
  component: string
  score: string
}

/** Of the self-diagnosis, component by component; the other instruments have none. */
export function sayScores(
  kind: Kind,
  rows: readonly Row[],
  { t, lang }: { t: T; lang: string },
): SaidScore[] {
  if (kind !== 'diagnosis') return []
  return scoresOf(rows).map(({ component, mean, questions }) => ({
    component: t(`improvements-instruments.choice.diagnosis.component.${component}`),
    score: t('improvements-instruments.score', {
      mean: formatNumber(mean, lang, 1),
      most: HIGHEST,
      count: questions,
    }),
  }))
}

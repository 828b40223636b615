import { formatNumber } from '../../../platform/i18n/index.ts'
import type { Speech } from '../charts-of.ts'
import type { ComplianceLine } from '../read-compliance.ts'

/** One administration as the page of the index shows it. */
export function complianceView({ name, index, change }: ComplianceLine, { t, lang }: Speech) {
  const say = (value: number | null, decimals = 0) =>
    value === null ? t('compliance.none') : formatNumber(value, lang, decimals)
  return {
    name,
    value: say(index.value),
    change: sayChange(change, { t, lang }),
    covered: `${formatNumber(index.covered * 100, lang, 0)} %`,
    ranked: index.ranked,
    components: index.components.map((part) => ({
      name: t(`compliance.component.${part.name}`),
      weight: `${formatNumber(part.weight * 100, lang, 0)} %`,
      score: say(part.score === null ? null : part.score * 100),
      n: part.score === null ? '–' : formatNumber(part.n, lang),
    })),
  }
}

function sayChange(change: number | null, { t, lang }: Speech): string {
  if (change === null) return t('compliance.no_before')
  const points = Math.round(change)
  return `${points > 0 ? '+' : ''}${formatNumber(points, lang)}`
}

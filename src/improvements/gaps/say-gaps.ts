import { formatNumber, type T } from '../../platform/i18n/index.ts'
import type { GapLink, Priority } from './gap.ts'

interface Speech {
  t: T
  lang: string
}

/** "Espera: 12 de 80 casos". */
export function sayLink({ kind, name, n, of }: GapLink, { t, lang }: Speech): string {
  const counted =
    n === null
      ? t('improvements-gaps.few', { of: formatNumber(of, lang) })
      : t(`improvements-gaps.counted.${kind}`, {
          n: formatNumber(n, lang),
          of: formatNumber(of, lang),
        })
  return `${name}: ${counted}`
}

/** The score with all that it is made of, so that nobody has to believe it. */
export function sayPriority(priority: Priority, { t }: Pick<Speech, 't'>): string {
  return t('improvements-gaps.priority_made', { ...priority })
}

import type { T } from '../../platform/i18n/index.ts'
import type { TermRule } from '../../regimes/index.ts'

/** "15 días hábiles"; none: "el mismo día" */
export function sayTerm({ days, unit }: Pick<TermRule, 'days' | 'unit'>, t: T): string {
  if (days === 0) return t('administrations.term.same_day')
  return t(`administrations.term.${unit}`, { count: days })
}

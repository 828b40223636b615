import { formatNumber } from '../../platform/i18n/index.ts'
import type { Point, Unit } from './chart.ts'

/** A value as people read it, without its unit's name: "45.3 %", "1,204". */
export function sayValue(value: number, { as, decimals }: Unit, lang: string): string {
  if (as === 'percent') return `${formatNumber(value * 100, lang, decimals)} %`
  return formatNumber(value, lang, decimals)
}

/** With the unit's name, where it has one: "12 días hábiles". */
export function sayAmount(value: number, unit: Unit, lang: string): string {
  const said = sayValue(value, unit, lang)
  const name = value === 1 ? (unit.ofOne ?? unit.text) : unit.text
  return name === null ? said : `${said} ${name}`
}

export function sayPoint({ value, missing }: Point, unit: Unit, lang: string): string {
  return value === null ? (missing ?? '–') : sayValue(value, unit, lang)
}

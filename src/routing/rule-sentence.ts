import { formatDate, type T } from '../platform/i18n/index.ts'
import type { RoutingRule } from './routing-rule.ts'
import type { BookNames, Nameable } from './book-names.ts'

export interface Speech {
  t: T
  lang: string
  names: BookNames
}

/** Beyond this many words a sentence is no longer read; the form shows them all. */
const MOST_WORDS = 8

/** One plain sentence: "Si el tipo es Queja y el texto dice «bache», va a la unidad Obras". */
export function ruleSentence(rule: RoutingRule, speech: Speech): string {
  const { t, lang } = speech
  const outcome = and(outcomesOf(rule, speech), lang)
  const conditions = conditionsOf(rule, speech)
  if (conditions.length === 0) return t('routing.sentence.always', { outcome })
  return t('routing.sentence.if', { conditions: and(conditions, lang), outcome })
}

function conditionsOf(rule: RoutingRule, speech: Speech): string[] {
  const { t, lang } = speech
  return [
    ...oneOf('kind', rule.kinds, speech),
    ...oneOf('centre', rule.centreIds, speech),
    ...oneOf('service', rule.serviceIds, speech),
    ...oneOf('motive', rule.motives, speech),
    ...oneOf('channel', rule.channels, speech),
    ...oneOf('language', rule.languages, speech),
    ...words('words', rule.words, speech),
    ...words('except_words', rule.exceptWords, speech),
    ...oneOf('signal', rule.signals, speech),
    ...(rule.officialNamed === null
      ? []
      : [t(`routing.if.${rule.officialNamed ? 'official_named' : 'nobody_named'}`)]),
    ...(rule.validFrom ? [t('routing.if.from', { day: formatDate(rule.validFrom, lang) })] : []),
    ...(rule.validUntil ? [t('routing.if.until', { day: formatDate(rule.validUntil, lang) })] : []),
  ]
}

function oneOf(list: Nameable, values: readonly string[], { t, lang, names }: Speech): string[] {
  if (values.length === 0) return []
  const said = values.map((value) => names.nameOf(list, value))
  return [t(`routing.if.${list}`, { list: or(said, lang) })]
}

function words(key: string, sources: readonly string[], { t, lang }: Speech): string[] {
  if (sources.length === 0) return []
  const shown = sources.slice(0, MOST_WORDS).map((word) => t('routing.quoted', { word }))
  const more = sources.length - shown.length
  const said = more > 0 ? [...shown, t('routing.if.more_words', { count: more })] : shown
  return [t(`routing.if.${key}`, { list: or(said, lang) })]
}

function outcomesOf(rule: RoutingRule, { t, names }: Speech): string[] {
  const unit = rule.unitId === null ? '' : names.nameOf('unit', rule.unitId)
  const suggested = rule.desk !== 'unit' && rule.unitId !== null
  return [
    t(`routing.then.${rule.desk}${rule.desk === 'unit' && !unit ? '_owner' : ''}`, { unit }),
    ...(suggested ? [t('routing.then.suggested', { unit })] : []),
    ...(rule.priority > 0 ? [t(`routing.then.priority_${rule.priority}`)] : []),
    ...(rule.restricted ? [t('routing.then.restricted')] : []),
    ...(rule.assignAtOnce ? [t('routing.then.at_once')] : []),
  ]
}

function or(parts: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: 'disjunction' }).format(parts)
}

function and(parts: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(parts)
}

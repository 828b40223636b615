import type { BookRules } from '../../../administrations/index.ts'
import type { Coworker } from '../../../people/index.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import { CHANNELS } from '../../../routing/index.ts'
import { CASE_STATES, STATE_TYPE } from '../../case-states.ts'
import { NOBODY, type DeskFilters } from '../../desk.ts'

export interface FilterWords {
  rules: BookRules
  coworkers: readonly Coworker[]
  t: T
  lang: string
}

interface FilterSelect {
  name: string
  label: string
  items: { value: string; text: string; selected: boolean }[]
}

/** What a list may be narrowed by, with what it is now chosen. */
export function filterSelects(filters: DeskFilters, words: FilterWords): FilterSelect[] {
  const { rules, t, lang } = words
  const ruled = (
    items: readonly { code: string; label: { es: string; en: string } }[],
    chosen: string | null,
  ) =>
    items.map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, lang),
      selected: code === chosen,
    }))
  const coded = (codes: readonly string[], chosen: string | null, prefix: string) =>
    codes.map((code) => ({ value: code, text: t(`${prefix}.${code}`), selected: code === chosen }))
  const states = CASE_STATES.filter(
    (state) => STATE_TYPE[state] !== 'ended' || filters.view === 'ended',
  )
  const spoken = rules.regime.spokenLanguages
  const choices: [string, FilterSelect['items']][] = [
    ['tipo', ruled(rules.regime.kinds, filters.kind)],
    ['centro', placed(rules.centres, ({ centreId }) => centreId === filters.centreId)],
    ['servicio', placed(rules.services, ({ serviceId }) => serviceId === filters.serviceId)],
    ['area', placed(rules.units, ({ unitId }) => unitId === filters.unitId)],
    ['encargado', people(filters, words)],
    ['prioridad', coded(['urgent'], filters.priority, 'desk.priority')],
    ['estado', coded(states, filters.state, 'cases.staff_state')],
    ['canal', coded(CHANNELS, filters.channel, 'cases.channel')],
    ...(spoken.length === 0
      ? []
      : [['lengua', ruled(spoken, filters.spokenLanguage)] satisfies [string, unknown]]),
  ]
  return choices.map(([name, items]) => ({
    name,
    label: t(`desk.filters.${name}`),
    items: [
      { value: '', text: t('desk.filters.any'), selected: !items.some((item) => item.selected) },
      ...items,
    ],
  }))
}

function placed<P extends { slug: string; name: string }>(
  parts: readonly P[],
  isChosen: (part: P) => boolean,
) {
  return parts.map((part) => ({ value: part.slug, text: part.name, selected: isChosen(part) }))
}

/** Those at work, and whoever is chosen although they left. */
function people({ handlerId }: DeskFilters, { coworkers, t }: FilterWords) {
  const chosen = (accountId: string) => accountId === handlerId
  return [
    { value: NOBODY, text: t('desk.filters.nobody'), selected: chosen(NOBODY) },
    ...coworkers
      .filter(({ accountId, atWork }) => atWork || chosen(accountId))
      .map(({ accountId, name }) => ({
        value: accountId,
        text: name,
        selected: chosen(accountId),
      })),
  ]
}

/** By what a list is narrowed, in words, each with the value of the address that does it. */
export function appliedFilters(
  filters: DeskFilters,
  words: FilterWords,
): { text: string; name: string }[] {
  const { t } = words
  const { text, from, until } = filters
  return [
    ...(text ? [{ text: `“${text}”`, name: 'buscar' }] : []),
    ...filterSelects(filters, words).flatMap(({ name, label, items }) => {
      const value = items.find((item) => item.value !== '' && item.selected)
      return value ? [{ text: `${label}: ${value.text}`, name }] : []
    }),
    ...(from ? [{ text: `${t('desk.filters.desde')}: ${from}`, name: 'desde' }] : []),
    ...(until ? [{ text: `${t('desk.filters.hasta')}: ${until}`, name: 'hasta' }] : []),
  ]
}

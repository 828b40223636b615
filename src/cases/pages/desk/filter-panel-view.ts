import { inLanguage } from '../../../regimes/index.ts'
import { CHANNELS } from '../../../routing/index.ts'
import { CASE_STATES, STATE_TYPE } from '../../case-states.ts'
import type { CaseListParts } from './case-list-parts.ts'
import { deskAddress } from './desk-query.ts'

/** What the list may be narrowed by, and by what it is now, each with the way to take it off. */
export function filterPanel(
  { request, response, rules, query, names }: CaseListParts,
  base: string,
) {
  const { t, lang } = response.locals
  const { filters } = query
  const chosen = (items: { value: string; text: string; selected: boolean }[]) => [
    { value: '', text: t('desk.filters.any'), selected: !items.some(({ selected }) => selected) },
    ...items,
  ]
  const places = <P extends { slug: string; name: string }>(
    parts: readonly P[],
    isChosen: (part: P) => boolean,
  ) =>
    chosen(parts.map((part) => ({ value: part.slug, text: part.name, selected: isChosen(part) })))
  const selects = [
    {
      name: 'tipo',
      items: chosen(
        rules.regime.kinds.map(({ code, label }) => ({
          value: code,
          text: inLanguage(label, lang),
          selected: code === filters.kind,
        })),
      ),
    },
    {
      name: 'centro',
      items: places(rules.centres, ({ centreId }) => centreId === filters.centreId),
    },
    {
      name: 'servicio',
      items: places(rules.services, ({ serviceId }) => serviceId === filters.serviceId),
    },
    { name: 'area', items: places(rules.units, ({ unitId }) => unitId === filters.unitId) },
    {
      name: 'estado',
      items: chosen(
        CASE_STATES.filter(
          (state) => STATE_TYPE[state] !== 'ended' || filters.view === 'ended',
        ).map((state) => ({
          value: state,
          text: t(`cases.staff_state.${state}`),
          selected: state === filters.state,
        })),
      ),
    },
    {
      name: 'canal',
      items: chosen(
        CHANNELS.map((channel) => ({
          value: channel,
          text: t(`cases.channel.${channel}`),
          selected: channel === filters.channel,
        })),
      ),
    },
    ...(rules.regime.spokenLanguages.length === 0
      ? []
      : [
          {
            name: 'lengua',
            items: chosen(
              rules.regime.spokenLanguages.map(({ code, label }) => ({
                value: code,
                text: inLanguage(label, lang),
                selected: code === filters.spokenLanguage,
              })),
            ),
          },
        ]),
  ].map((select) => ({ ...select, label: t(`desk.filters.${select.name}`) }))
  const applied = [
    ...(filters.text ? [{ text: `“${filters.text}”`, name: 'buscar' }] : []),
    ...selects.flatMap(({ name, label, items }) => {
      const value = items.find(({ value, selected }) => value !== '' && selected)
      return value ? [{ text: `${label}: ${value.text}`, name }] : []
    }),
    ...(filters.handlerId
      ? [
          {
            text: `${t('desk.filters.encargado')}: ${names.get(filters.handlerId) ?? ''}`,
            name: 'encargado',
          },
        ]
      : []),
    ...(filters.from
      ? [{ text: `${t('desk.filters.desde')}: ${filters.from}`, name: 'desde' }]
      : []),
    ...(filters.until
      ? [{ text: `${t('desk.filters.hasta')}: ${filters.until}`, name: 'hasta' }]
      : []),
  ].map(({ text, name }) => ({
    text,
    removeHref: deskAddress(base, request.query, { [name]: null }),
  }))
  return {
    action: base,
    view: filters.view,
    text: filters.text,
    handlerId: filters.handlerId,
    selects,
    from: filters.from ?? '',
    until: filters.until ?? '',
    applied,
    clearHref: deskAddress(base, {}, { vista: filters.view }),
  }
}

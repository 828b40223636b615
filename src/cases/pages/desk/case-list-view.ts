import type { Request, Response } from 'express'
import type { BookRules } from '../../../administrations/index.ts'
import { sayDaysLeft, type WorkingCalendar } from '../../../deadlines/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { formatShortDate, type T } from '../../../platform/i18n/index.ts'
import type { Localized } from '../../../regimes/index.ts'
import type { Case } from '../../case.ts'
import { CASE_STATES, STATE_TYPE } from '../../case-states.ts'
import { deskUrl, staffCaseUrl } from '../../case-urls.ts'
import { DESK_VIEWS, writeCursor, type DeskView } from '../../desk.ts'
import { MOST_COUNTED, type DeskPage } from '../../desk-store.ts'
import { CHANNELS } from '../../../routing/index.ts'
import { writeMark } from './assign-marked.ts'
import { deskAddress, type DeskQuery } from './desk-query.ts'
import { trailOf } from './desk-trail.ts'
import { doneCode } from '../done-code.ts'
import { stateTone } from '../state-tone.ts'

interface Parts {
  request: Request
  response: Response
  rules: BookRules
  calendar: WorkingCalendar
  today: PlainDate
  query: DeskQuery
  page: DeskPage
  counts: Partial<Record<DeskView, number>>
  /** Of a search or a filtered view, up to one more than are counted. */
  found: number | null
  names: ReadonlyMap<string, string>
  /** Whose draft came back for corrections. */
  returned: ReadonlySet<string>
  mayAssign: boolean
}

/** What the list shows, ready to be written down. */
export function caseListView(parts: Parts) {
  const { request, response, rules, query, page, counts } = parts
  const { t } = response.locals
  const base = deskUrl(rules.administration.slug)
  const { view, text } = query.filters
  const done = doneCode(request)
  return {
    title: t(`desk.views.${view}`),
    done: sayAssigned(request, t) ?? (done && t(`case-staff.done.${done}`)),
    views: DESK_VIEWS.map((each) => ({
      text: t(`desk.views.${each}`),
      count: counts[each] ?? null,
      urgent: (each === 'overdue' || each === 'urgent') && (counts[each] ?? 0) > 0,
      current: each === view,
      href: deskAddress(base, {}, { vista: each }),
    })),
    search: { action: base, view, text: text ?? '' },
    filters: filterPanel(parts, base),
    rows: page.cases.map((item) => rowOf(item, parts)),
    found: sayFound(parts),
    marking: markingOf(parts, base),
    emptyTitle: t(text ? 'desk.nothing_found' : `desk.empty.${view}`),
    everywhere:
      text !== null && view !== 'all'
        ? deskAddress(base, {}, { vista: 'all', buscar: text })
        : null,
    next: page.next && {
      href: `${deskAddress(base, request.query, {})}${hasQuery(request) ? '&' : '?'}despues=${writeCursor(page.next)}`,
    },
    first: query.after ? { href: deskAddress(base, request.query, {}) } : null,
  }
}

/** Only what a rule or somebody suggested a unit for, and what a person need not read first. */
function mayBeMarked({ unitId, restricted, state, priority }: Case, { mayAssign }: Parts): boolean {
  const inTriage = state === 'registered' || state === 'in_triage'
  return mayAssign && inTriage && unitId !== null && restricted === null && priority === 0
}

function markingOf(parts: Parts, base: string) {
  const { request, page, query } = parts
  if (!page.cases.some((item) => mayBeMarked(item, parts))) return null
  const trail = trailOf({ ...request.query, vista: query.filters.view })
  return { action: base, trail, allHref: `${base}?${trail}&marcar=todos` }
}

function sayAssigned({ query }: Request, t: T): string | null {
  const [assigned, left] = [Number(query['asignados']), Number(query['quedaron'])]
  if (!Number.isSafeInteger(assigned) || !Number.isSafeInteger(left)) return null
  const told = t('desk.assigned', { count: assigned })
  return left > 0 ? `${told} ${t('desk.left', { count: left })}` : told
}

function sayFound({ found, response }: Parts): string | null {
  const { t } = response.locals
  if (found === null || found === 0) return null
  return found > MOST_COUNTED
    ? t('desk.found_more', { count: MOST_COUNTED })
    : t('desk.found', { count: found })
}

function hasQuery({ query }: Request): boolean {
  return Object.entries(query).some(
    ([name, value]) => name !== 'despues' && typeof value === 'string' && value !== '',
  )
}

function rowOf(item: Case, parts: Parts) {
  const { request, response, rules, calendar, today, names, query } = parts
  const { t, lang } = response.locals
  const trail = trailOf({ ...request.query, vista: query.filters.view })
  const name = (id: string | null) => (id ? rules.names.get(id) : undefined)
  const kind = rules.regime.kinds.find(({ code }) => code === item.kind)
  const handler = item.handlerId ? names.get(item.handlerId) : undefined
  return {
    href: `${staffCaseUrl(rules.administration.slug, item.caseNumber)}?lista=${encodeURIComponent(trail)}`,
    title: item.restricted ? t('desk.restricted_title') : item.summary || t('desk.erased_title'),
    number: item.caseNumber,
    meta: [
      kind ? say(kind.label, lang) : item.kind,
      rules.centres.length > 1 ? name(item.centreId) : undefined,
      name(item.serviceId),
      handler ?? name(item.unitId),
      t('desk.received_on', {
        day: formatShortDate(localDate(item.registeredAt, rules.administration.timeZone), lang),
      }),
    ].filter((text) => text !== undefined),
    state: { text: t(`cases.staff_state.${item.state}`), tone: stateTone(item.state) },
    deadline: deadlineOf(item, calendar, today, t),
    flags: flagsOf(item, parts),
    check: mayBeMarked(item, parts)
      ? {
          name: 'caso',
          value: writeMark(item),
          label: t('desk.mark', { number: item.caseNumber }),
          checked: request.query['marcar'] === 'todos',
        }
      : null,
    unread: item.state === 'registered',
  }
}

function say(text: Localized, language: string): string {
  return language === 'en' ? text.en : text.es
}

/** Answered cases are judged by the day of the answer and need no chip. */
export function deadlineOf(item: Case, calendar: WorkingCalendar, today: PlainDate, t: T) {
  if (item.dueOn === null || !item.isOpen || item.answeredAt !== null) return null
  if (item.clockSuspended) return { state: 'paused' as const }
  const text = sayDaysLeft({ dueOn: item.dueOn, paused: false }, calendar, today, t)
  if (item.dueOn < today) return { state: 'overdue' as const, text }
  if (item.dueOn === today) return { state: 'today' as const, text }
  return {
    state:
      calendar.workingDaysBetween(today, item.dueOn) <= 3 ? ('soon' as const) : ('due' as const),
    text,
  }
}

interface Flag {
  text: string
  tone: 'danger' | 'attention' | 'plain'
}

function flagsOf(item: Case, { response, returned }: Parts): Flag[] {
  const { t } = response.locals
  const flag = (code: string, tone: Flag['tone']) => [{ text: t(`desk.flags.${code}`), tone }]
  return [
    ...(item.priority === 2 ? flag('danger', 'danger') : []),
    ...(item.priority === 1 ? flag('priority', 'attention') : []),
    ...(returned.has(item.caseId) ? flag('draft_returned', 'attention') : []),
    ...(item.restricted ? flag(`restricted_${item.restricted}`, 'plain') : []),
    ...(item.reviewAsked ? flag('review_asked', 'attention') : []),
    ...(item.language === 'es' ? [] : [{ text: item.language, tone: 'plain' as const }]),
  ]
}

function filterPanel({ request, response, rules, query }: Parts, base: string) {
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
          text: say(label, lang),
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
  ].map((select) => ({ ...select, label: t(`desk.filters.${select.name}`) }))
  const applied = [
    ...(filters.text ? [{ text: `“${filters.text}”`, name: 'buscar' }] : []),
    ...selects.flatMap(({ name, label, items }) => {
      const value = items.find(({ value, selected }) => value !== '' && selected)
      return value ? [{ text: `${label}: ${value.text}`, name }] : []
    }),
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
    selects,
    from: filters.from ?? '',
    until: filters.until ?? '',
    applied,
    clearHref: deskAddress(base, {}, { vista: filters.view }),
  }
}

import type { BookRules } from '../../../administrations/index.ts'
import { isId } from '../../../platform/ids.ts'
import { isPlainDate, type PlainDate } from '../../../platform/dates.ts'
import { CHANNELS } from '../../../routing/index.ts'
import { isProvisionalNumber, normaliseCaseNumber } from '../../follow-case.ts'
import {
  isCaseState,
  isDeskView,
  NOBODY,
  readCursor,
  PAGE_SIZES,
  type Cursor,
  type DeskFilters,
  type DeskView,
} from '../../desk.ts'

/** The address of a list, read; whatever it does not know it leaves out. */
export interface DeskQuery {
  filters: DeskFilters
  after: Cursor | null
  size: (typeof PAGE_SIZES)[number]
  /** What it was narrowed by and no longer is, since there is no such thing: names of values. */
  gone: readonly string[]
}

export type QueryValues = Readonly<Record<string, unknown>>

const LONGEST_SEARCH = 200

/** Values that name something which may end. */
const NAMING = [
  ['tipo', 'kind'],
  ['centro', 'centreId'],
  ['servicio', 'serviceId'],
  ['area', 'unitId'],
  ['encargado', 'handlerId'],
  ['lengua', 'spokenLanguage'],
] as const satisfies readonly (readonly [string, keyof DeskFilters])[]

export function readDeskQuery(
  query: QueryValues,
  rules: BookRules,
  usual: DeskView,
  today: PlainDate,
): DeskQuery {
  const one = (name: string) => {
    const value = query[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const bySlug = <P extends { slug: string }>(parts: readonly P[], name: string) =>
    parts.find(({ slug }) => slug === one(name)) ?? null
  const view = one('vista')
  const state = one('estado')
  const text =
    one('buscar')?.toWellFormed().replaceAll('\u0000', '').slice(0, LONGEST_SEARCH).trim() || null
  const handler = one('encargado')
  const size = PAGE_SIZES.find((candidate) => String(candidate) === one('por_pagina'))
  const filters: DeskFilters = {
    view: isDeskView(view) ? view : usual,
    text,
    numbers: text === null ? [] : numbersMeant(text, rules.administration.bookCode, today),
    kind: rules.regime.kinds.find(({ code }) => code === one('tipo'))?.code ?? null,
    centreId: bySlug(rules.centres, 'centro')?.centreId ?? null,
    serviceId: bySlug(rules.services, 'servicio')?.serviceId ?? null,
    unitId: bySlug(rules.units, 'area')?.unitId ?? null,
    handlerId: handler === NOBODY || isId(handler) ? handler : null,
    priority: one('prioridad') === null ? null : 'urgent',
    channel: CHANNELS.find((channel) => channel === one('canal')) ?? null,
    spokenLanguage:
      rules.regime.spokenLanguages.find(({ code }) => code === one('lengua'))?.code ?? null,
    state: isCaseState(state) ? state : null,
    from: day(one('desde')),
    until: day(one('hasta')),
  }
  return {
    filters,
    after: readCursor(query['despues']),
    size: size ?? 50,
    gone: NAMING.flatMap(([name, filter]) =>
      one(name) !== null && filters[filter] === null ? [name] : [],
    ),
  }
}

const YEARS_BACK = 4

/** Whole as it is printed by the book or by a tablet, or the end of it as people say it on the telephone: of this year or of one before. */
function numbersMeant(text: string, bookCode: string, today: PlainDate): string[] {
  if (/^[A-Za-z][A-Za-z0-9]*-\d{4}-\d+$/.test(text)) return [text.toUpperCase()]
  const number = normaliseCaseNumber(text)
  if (isProvisionalNumber(number)) return [number]
  if (!/^\d{1,9}$/.test(text)) return []
  const thisYear = Number(today.slice(0, 4))
  return Array.from(
    { length: YEARS_BACK + 1 },
    (_, back) => `${bookCode}-${thisYear - back}-${text.replace(/^0+/, '').padStart(6, '0')}`,
  )
}

function day(text: string | null): string | null {
  return text && isPlainDate(text) ? text : null
}

/** The same address with some values changed; null takes one away. Always from the first page. */
export function deskAddress(
  base: string,
  query: QueryValues,
  changes: Readonly<Record<string, string | null>>,
): string {
  const kept = Object.entries(query).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && entry[1] !== '' && entry[0] !== 'despues',
  )
  const values = new Map<string, string | null>([...kept, ...Object.entries(changes)])
  const search = new URLSearchParams(
    [...values].filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return search.size === 0 ? base : `${base}?${search.toString()}`
}

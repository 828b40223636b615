import { inLanguage } from '../../regimes/index.ts'
import { WorkingCalendar, type CalendarDay, type NamedLayer } from '../../deadlines/index.ts'
import type { Room } from './room.ts'
import { confirmYearUrl } from './urls.ts'

/** A calendar that the administration keeps: its own, or that of one centre. */
export interface OwnPlace {
  calendar: string
  name: string
}

export function ownPlaces({ book, t }: Room): OwnPlace[] {
  const { administration, centres } = book
  return [
    { calendar: administration.calendarCode, name: t('installation.days.everywhere') },
    ...centres.flatMap(({ calendarCode, name }) =>
      calendarCode === null ? [] : [{ calendar: calendarCode, name }],
    ),
  ]
}

/** The days of a year in one place, from wherever they come; its own can be taken back. */
export function daysOfYear(layers: readonly NamedLayer[], year: number, room: Room) {
  const own = layers.at(-1)?.code
  const found = new Map<string, { day: CalendarDay; layer: NamedLayer }>()
  for (const layer of layers) {
    for (const day of layer.days) found.set(day.date, { day, layer })
  }
  return [...found.values()]
    .filter(({ day }) => day.date.startsWith(`${year}-`))
    .sort((one, other) => one.day.date.localeCompare(other.day.date))
    .map(({ day, layer }) => ({
      date: day.date,
      name: day.name[room.lang] ?? day.name['es'] ?? '',
      kind: room.t(`installation.day_kind.${day.kind}`),
      from: layer.code === own ? null : named(layer.name, room.lang),
      source: day.source,
      withdrawable: layer.code === own && room.mayKeepDays,
    }))
}

/** Where the days of next year are confirmed in a place, and whether somebody did; nothing for who only reads. */
export function yearToConfirm(
  layers: readonly NamedLayer[],
  { t, today, slug, mayKeepDays }: Room,
  { calendar }: OwnPlace,
) {
  if (!mayKeepDays) return null
  const year = Number(today.slice(0, 4)) + 1
  const isDone = layers.at(-1)?.confirmedYears?.includes(year) ?? false
  const isAsked = new WorkingCalendar(layers).yearToConfirm(today) === year
  return {
    asks: isAsked ? t('installation.days.to_confirm', { year }) : null,
    link: t(isDone ? 'installation.days.review_year' : 'installation.days.confirm_year', { year }),
    href: confirmYearUrl(slug, year, calendar),
    isDone,
  }
}

/** The years whose days off are known all through. */
export function knownYears(layers: readonly NamedLayer[]): number[] {
  const years = layers.flatMap(({ years: known }) => known ?? [])
  const first = Math.max(...years.map((known) => known.first))
  const last = Math.min(...years.map((known) => known.last))
  const listed = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const confirmed = layers.flatMap(({ confirmedYears = [] }) => confirmedYears)
  return [...new Set([...listed, ...confirmed])].toSorted((one, other) => one - other)
}

function named(name: NamedLayer['name'], lang: string): string {
  const { es = '', en = es } = name
  return inLanguage({ es, en }, lang)
}

import { inLanguage } from '../../regimes/index.ts'
import type { CalendarDay, NamedLayer } from '../../deadlines/index.ts'
import type { Room } from './room.ts'

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

/** The years whose days off are known all through. */
export function knownYears(layers: readonly NamedLayer[]): number[] {
  const years = layers.flatMap(({ years: known }) => known ?? [])
  const first = Math.max(...years.map((known) => known.first))
  const last = Math.min(...years.map((known) => known.last))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

function named(name: NamedLayer['name'], lang: string): string {
  const { es = '', en = es } = name
  return inLanguage({ es, en }, lang)
}

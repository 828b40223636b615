import { addDays, weekday, type PlainDate } from '../platform/dates.ts'

export type DayKind = 'holiday' | 'closure' | 'working_day_by_exception'

export interface CalendarDay {
  date: PlainDate
  /** By language. */
  name: Readonly<Record<string, string>>
  kind: DayKind
  source: string
  publishedOn?: PlainDate | undefined
}

/** One list of days: of a country, a region, an administration or a centre. */
export interface CalendarLayer {
  code: string
  version: number
  /** ISO days, 1 = Monday; absent: that of the layer below. */
  workingWeek?: readonly number[] | undefined
  /** The years whose days off are all known; absent: the layer only adds days to those below. */
  years?: { first: number; last: number } | undefined
  /** Years that whoever keeps this layer confirmed: known, whatever the layers below say. */
  confirmedYears?: readonly number[] | undefined
  /** From which day of the year (mm-dd) those of the next one are to be confirmed. */
  confirmFrom?: string | undefined
  days: readonly CalendarDay[]
}

/**
 * The days on which an office works, from layers given from the general to the particular. On one
 * date the most particular layer decides, so that a centre may open on a holiday or close on a Monday.
 */
export class WorkingCalendar {
  readonly code: string
  readonly version: number
  /** Code and version of every layer, so that a stored date can be traced to what was known then. */
  readonly edition: string
  readonly workingWeek: ReadonlySet<number>
  readonly #days = new Map<PlainDate, CalendarDay>()
  /** What was found out once: every filing walks over the same days. */
  readonly #works = new Map<PlainDate, boolean>()
  readonly #daysOff: readonly CalendarDay[]
  readonly #firstYear: number
  readonly #lastYear: number
  readonly #confirmed: ReadonlySet<number>
  readonly #confirmFrom: string | undefined

  constructor(layers: readonly CalendarLayer[]) {
    this.code = layers.at(-1)?.code ?? ''
    this.version = layers.at(-1)?.version ?? 0
    this.edition = layers.map((layer) => `${layer.code}@${layer.version}`).join(' ')
    this.workingWeek = new Set(layers.findLast((layer) => layer.workingWeek)?.workingWeek)
    const years = layers.flatMap((layer) => layer.years ?? [])
    if (this.workingWeek.size === 0 || years.length === 0) {
      throw new Error(`Calendar ${this.code} has no working week or declares no years`)
    }
    this.#firstYear = Math.max(...years.map(({ first }) => first))
    this.#lastYear = Math.min(...years.map(({ last }) => last))
    this.#confirmed = new Set(layers.flatMap((layer) => layer.confirmedYears ?? []))
    this.#confirmFrom = layers.findLast((layer) => layer.confirmFrom)?.confirmFrom
    for (const day of layers.flatMap((layer) => layer.days)) this.#days.set(day.date, day)
    this.#daysOff = [...this.#days.values()]
      .filter(({ kind, date }) => kind !== 'working_day_by_exception' && this.#isInWeek(date))
      .sort((a, b) => (a.date < b.date ? -1 : 1))
  }

  isWorking(date: PlainDate): boolean {
    let works = this.#works.get(date)
    if (works === undefined) {
      const entry = this.#days.get(date)
      works = entry ? entry.kind === 'working_day_by_exception' : this.#isInWeek(date)
      this.#works.set(date, works)
    }
    return works
  }

  #isInWeek(date: PlainDate): boolean {
    return this.workingWeek.has(weekday(date))
  }

  /** The days of a stretch, both ends in it, that an entry takes out of the working week. */
  listDaysOff(from: PlainDate, to: PlainDate): CalendarDay[] {
    return this.#daysOff.filter(({ date }) => date >= from && date <= to)
  }

  /** Whether the days off of that year are known; where they are not, a date is only an estimate. */
  covers(date: PlainDate): boolean {
    const year = Number(date.slice(0, 4))
    return (year >= this.#firstYear && year <= this.#lastYear) || this.#confirmed.has(year)
  }

  /** The next year, once it is time to confirm its days and nobody did. */
  yearToConfirm(today: PlainDate): number | null {
    const next = Number(today.slice(0, 4)) + 1
    const isTime = this.#confirmFrom !== undefined && today.slice(5) >= this.#confirmFrom
    return isTime && !this.#confirmed.has(next) ? next : null
  }

  nextWorkingDay(date: PlainDate): PlainDate {
    return this.firstWorkingDayFrom(addDays(date, 1))
  }

  /** The day itself when it is worked, else the next one that is. */
  firstWorkingDayFrom(date: PlainDate): PlainDate {
    let day = date
    while (!this.isWorking(day)) day = addDays(day, 1)
    return day
  }

  /** The n-th working day after a date, or before it when n is negative; the date itself when n is 0. */
  addWorkingDays(from: PlainDate, n: number): PlainDate {
    const step = Math.sign(n)
    let day = from
    for (let left = Math.abs(n); left > 0;) {
      day = addDays(day, step)
      if (this.isWorking(day)) left -= 1
    }
    return day
  }

  /** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: PlainDate, to: PlainDate): number {
    if (to < from) return 0 - this.workingDaysBetween(to, from)
    let count = 0
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
      if (this.isWorking(day)) count += 1
    }
    return count
  }
}

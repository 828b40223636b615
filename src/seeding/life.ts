import type { WorkingCalendar } from '../deadlines/index.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import type { Chance } from './chance.ts'
import { instantAt, minuteOfDay } from './invented-days.ts'
import type { Deed, PlannedDeed } from './plan-life.ts'

/** An invented case on its way: what comes next and when. */
export interface Life {
  caseNumber: string
  chance: Chance
  next: { deed: Deed; day: PlainDate; at: Date }
  rest: readonly PlannedDeed[]
}

export interface Office {
  calendar: WorkingCalendar
  timeZone: string
}

const OPENS = 9 * 60
const CLOSES = 17 * 60
const SOON = { from: 12, to: 150 }

/** The life after what just happened at an instant; null when nothing more comes. */
export function lifeAfter(
  at: Date,
  plan: readonly PlannedDeed[],
  { caseNumber, chance }: Pick<Life, 'caseNumber' | 'chance'>,
  office: Office,
): Life | null {
  const [planned, ...rest] = plan
  if (!planned) return null
  const next = { deed: planned.deed, ...momentAfter(at, planned.after, chance, office) }
  return { caseNumber, chance, next, rest }
}

/** In office hours, on a working day, and always later than what came before. */
function momentAfter(
  at: Date,
  workingDays: number,
  chance: Chance,
  { calendar, timeZone }: Office,
): { day: PlainDate; at: Date } {
  const today = localDate(at, timeZone)
  const soon = Math.max(OPENS, minuteOfDay(at, timeZone)) + chance.int(SOON.from, SOON.to)
  if (workingDays === 0 && calendar.isWorking(today) && soon <= CLOSES) {
    return { day: today, at: instantAt(today, soon, timeZone) }
  }
  const day =
    workingDays > 0 ? calendar.addWorkingDays(today, workingDays) : calendar.nextWorkingDay(today)
  return { day, at: instantAt(day, chance.int(OPENS, CLOSES), timeZone) }
}

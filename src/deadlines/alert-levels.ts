import type { PlainDate } from '../platform/dates.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Who is told, so many working days before (negative) or after the due date. */
export interface AlertLevel {
  level: number
  workingDays: number
  to: readonly string[]
}

export interface Alert {
  level: number
  workingDays: number
  to: string
}

/** The levels whose day has come. One that falls before the clock even began says nothing and is left out. */
export function levelsReached<L extends AlertLevel>(
  levels: readonly L[],
  clock: { startedOn: PlainDate; dueOn: PlainDate },
  calendar: WorkingCalendar,
  asOf: PlainDate,
): L[] {
  return levels.filter(({ workingDays }) => {
    const day = calendar.addWorkingDays(clock.dueOn, workingDays)
    return day <= asOf && (workingDays >= 0 || day > clock.startedOn)
  })
}

/** After a pause of the machine several levels may have come at once: each reader gets only the gravest. */
export function alertsToSend(reached: readonly AlertLevel[]): Alert[] {
  const gravest = new Map<string, Alert>()
  for (const { level, workingDays, to } of reached) {
    for (const reader of to) {
      const known = gravest.get(reader)
      if (!known || known.workingDays < workingDays) {
        gravest.set(reader, { level, workingDays, to: reader })
      }
    }
  }
  return [...gravest.values()]
}

import type { System } from './system.ts'

/** What is done later and what is done by the clock, in one list: jobs first, then the timetable. */
export function registerWork({ log }: System): void {
  log.debug('no jobs yet')
}

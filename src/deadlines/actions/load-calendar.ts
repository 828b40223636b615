import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../platform/database/connection.ts'
import { Invalid } from '../../platform/errors.ts'
import type { CalendarFile } from '../calendar-file.ts'
import { listLayers, lockCalendar, writeCalendar } from '../calendar-store.ts'
import type { CalendarDay } from '../working-calendar.ts'
import { renewCalendar, type SendingJobs } from './renew-calendar.ts'

/** Loads a calendar file; the same file again changes nothing, another one is a new version. */
export async function loadCalendar(
  tx: Tx,
  jobs: SendingJobs,
  file: CalendarFile,
  administrationId: string | null = null,
): Promise<'new' | 'changed' | 'same'> {
  await checkParent(tx, file)
  const before = await lockCalendar(tx, file.code)
  if (!before) {
    await writeCalendar(tx, file, administrationId)
    return 'new'
  }
  if (before.administrationId !== administrationId) {
    throw new Invalid([{ field: 'code', code: 'code_taken', values: { calendar: file.code } }])
  }
  const days = (await listLayers(tx, file.code)).at(-1)?.days ?? []
  const same = isDeepStrictEqual(
    { ...before, days: days.map(comparable) },
    { ...before, ...contentOf(file), days: inOrder(file).map(comparable) },
  )
  if (same) return 'same'
  await writeCalendar(tx, file, administrationId)
  await renewCalendar(tx, jobs, file.code)
  return 'changed'
}

async function checkParent(tx: Tx, { code, parent }: CalendarFile): Promise<void> {
  if (parent === undefined) return
  const below = (await listLayers(tx, parent)).map((layer) => layer.code)
  const problem =
    below.length === 0 ? 'unknown_parent' : below.includes(code) ? 'parent_circle' : null
  if (problem) throw new Invalid([{ field: 'parent', code: problem, values: { calendar: parent } }])
}

function contentOf({ parent, name, workingWeek, years, source, ...file }: CalendarFile) {
  return {
    parent: parent ?? null,
    name,
    workingWeek: workingWeek ?? null,
    years: years ?? null,
    rules: file.rules ?? [],
    confirmFrom: file.confirmFrom ?? null,
    source,
  }
}

function inOrder({ days }: CalendarFile) {
  return days.toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

function comparable(day: CalendarDay) {
  return { ...day, publishedOn: day.publishedOn ?? null }
}

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { touchAdministrationsUnder } from '../../administrations/index.ts'
import { loadCalendar, readCalendarFile, type CalendarFile } from '../../deadlines/index.ts'
import { loadModel } from '../../improvements/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { loadRegimePack } from '../../regimes/index.ts'
import { loadInstrument } from '../../surveys/index.ts'
import type { System } from '../../system.ts'

export const PACKS = fileURLToPath(new URL('../../../packs/', import.meta.url))

/** The rules that come with this version of the program; what was loaded before stays as it is. */
export async function loadPacks(system: Pick<System, 'db' | 'jobs'>, now: Date): Promise<void> {
  const regimes = await listFiles('regimes')
  await loadRules(system, { regimes, calendars: await listFiles('calendars') }, now)
  for (const path of await listFiles('surveys')) await loadInstrument(system.db, path, now)
  for (const path of await listFiles('evaluation')) await loadModel(system.db, path, now)
}

export async function loadRules(
  system: Pick<System, 'db' | 'jobs'>,
  paths: { regimes: readonly string[]; calendars: readonly string[] },
  now: Date,
): Promise<void> {
  const calendars = parentsFirst(await Promise.all(paths.calendars.map(readCalendar)))
  await inTransaction(system.db, async (tx) => {
    for (const path of paths.regimes) await loadRegime(tx, path, now)
    for (const calendar of calendars) await loadCalendar(tx, system.jobs, calendar)
  })
}

async function readCalendar(path: string): Promise<CalendarFile> {
  return readCalendarFile(await readFile(path, 'utf8'))
}

function parentsFirst(calendars: readonly CalendarFile[]): CalendarFile[] {
  const depth = ({ parent }: CalendarFile): number => {
    const above = calendars.find(({ code }) => code === parent)
    return above ? 1 + depth(above) : 0
  }
  return calendars.toSorted((one, other) => depth(one) - depth(other))
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(PACKS, folder))
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(PACKS, folder, name))
}

/** Whoever works under it reads the new version at once. */
async function loadRegime(tx: Tx, path: string, now: Date): Promise<void> {
  const { regime, isNew } = await loadRegimePack(tx, path, now)
  if (isNew) await touchAdministrationsUnder(tx, regime.code)
}

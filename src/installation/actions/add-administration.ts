import { dirname, resolve } from 'node:path'
import { findAdministrationBySlug, type WhyClosed } from '../../administrations/index.ts'
import { listCalendarLayers } from '../../deadlines/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import {
  BadDataFile,
  checkData,
  readDataFile,
  type DataFile,
  type DataProblem,
} from '../../platform/data-file.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { CannotStart, NotFound } from '../../platform/errors.ts'
import { getRegime, type RegimeFile } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { passwordProblems, prepareAccounts, type MadePassword } from '../account-passwords.ts'
import { administrationFile, type AdministrationFile } from '../administration-file.ts'
import { exitProblems, problemsWithin } from '../administration-references.ts'
import { insertWholeAdministration } from '../insert-administration.ts'
import { loadRules } from './load-packs.ts'

export interface AddedAdministration {
  administrationId: string
  slug: string
  name: string
  /** Passwords that were made here: shown once, kept nowhere. */
  passwords: readonly MadePassword[]
  /** Why it is still closed; empty when nothing is missing. */
  missing: readonly WhyClosed[]
}

export interface AddOptions {
  /** The demonstration: marked as such on every page, its passwords are known to everybody. */
  demo?: boolean
}

/** Brings in a whole administration from its file, or nothing of it; the rules that it names come first. */
export async function addAdministration(
  system: Pick<System, 'db' | 'jobs' | 'config'>,
  path: string,
  now: Date,
  { demo = false }: AddOptions = {},
): Promise<AddedAdministration> {
  const { db } = system
  const source = await readDataFile(path)
  const file = checkData(source, administrationFile)
  if (await findAdministrationBySlug(db, file.slug)) {
    throw new CannotStart(`There is an administration ${file.slug} already. Nothing was changed.`)
  }
  const folder = dirname(path)
  await loadRules(
    system,
    {
      regimes: file.load.regimes.map((name) => resolve(folder, name)),
      calendars: file.load.calendars.map((name) => resolve(folder, name)),
    },
    now,
  )
  const day = localDate(now, file.timeZone)
  const regime = await regimeOf(db, source, file, day)
  const calendar = file.calendar ?? regime.calendar ?? ''
  const problems = [
    ...problemsWithin(file, regime),
    ...exitProblems(file, [system.config.baseUrl, system.config.officersBaseUrl]),
    ...(demo ? [] : passwordProblems(file)),
    ...(await calendarProblems(db, file, calendar)),
  ]
  if (problems.length > 0) throw new BadDataFile(source, problems)
  const { accounts, made } = await prepareAccounts(db, file)
  const added = await inTransaction(db, (tx) =>
    insertWholeAdministration(tx, {
      source,
      file,
      jobs: system.jobs,
      calendar,
      demo,
      accounts,
      day,
      now,
    }),
  )
  return { ...added, slug: file.slug, name: file.name, passwords: made }
}

async function regimeOf(
  db: Db,
  source: DataFile,
  { regime }: AdministrationFile,
  day: PlainDate,
): Promise<RegimeFile> {
  try {
    return await getRegime(db, regime, day)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    throw new BadDataFile(source, [
      { path: ['regime'], message: `no version of the regime ${regime} is in force today` },
    ])
  }
}

async function calendarProblems(
  db: Db,
  file: AdministrationFile,
  calendar: string,
): Promise<DataProblem[]> {
  const named = [
    { path: ['calendar'], code: calendar },
    ...file.centres.map(({ calendar: code }, index) => ({
      path: ['centres', index, 'calendar'],
      code,
    })),
  ]
  const problems: DataProblem[] = []
  for (const { path, code } of named) {
    if (code === undefined || (await listCalendarLayers(db, code)).length > 0) continue
    problems.push({ path, message: code === '' ? 'is missing' : `there is no calendar ${code}` })
  }
  return problems
}

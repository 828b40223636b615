import {
  findAdministrationBySlug,
  insertAdministration,
  insertAuthorisation,
  insertCentres,
  insertOfficials,
  insertOwnTerms,
  insertServices,
  insertUnits,
  readBookRules,
  updateOpenedAt,
  whatIsMissing,
  type WhyClosed,
} from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { insertBook } from '../../cases/index.ts'
import { inTransaction, type Db, type Tx } from '../../platform/database/connection.ts'
import { BadDataFile, checkData, readDataFile, type DataFile } from '../../platform/data-file.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { CannotStart, NotFound } from '../../platform/errors.ts'
import { getRegime, type RegimeFile } from '../../regimes/index.ts'
import {
  passwordProblems,
  prepareAccounts,
  type MadePassword,
  type PreparedAccount,
} from '../account-passwords.ts'
import { administrationFile, type AdministrationFile } from '../administration-file.ts'
import { problemsWithin } from '../administration-references.ts'
import { grantRoles, insertAccounts } from '../insert-accounts.ts'
import {
  makeAdministration,
  makeCentres,
  makeIds,
  makeOfficials,
  makeOwnTerms,
  makeServices,
  makeUnits,
} from '../make-organisation.ts'

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

/** Brings in a whole administration from its file, or nothing of it. Its regime was loaded before. */
export async function addAdministration(
  system: { db: Db },
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
  const day = localDate(now, file.timeZone)
  const regime = await regimeOf(db, source, file, day)
  const calendarCode = file.calendar ?? regime.calendar
  const problems = [
    ...problemsWithin(file, regime),
    ...(demo ? [] : passwordProblems(file)),
    ...(calendarCode ? [] : [{ path: ['calendar'], message: 'is missing: the regime names none' }]),
  ]
  if (!calendarCode || problems.length > 0) throw new BadDataFile(source, problems)
  const { accounts, made } = await prepareAccounts(db, file)
  const added = await inTransaction(db, (tx) =>
    insertAll(tx, file, { calendarCode, demo, accounts, day, now }),
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

interface Making {
  calendarCode: string
  demo: boolean
  accounts: readonly PreparedAccount[]
  day: PlainDate
  now: Date
}

async function insertAll(tx: Tx, file: AdministrationFile, making: Making) {
  const { calendarCode, demo, day, now } = making
  const deed = { by: null, now }
  const ids = makeIds(file)
  const administration = makeAdministration(file, calendarCode, { demo })
  const { administrationId } = administration
  await insertAdministration(tx, administration)
  await insertBook(tx, {
    administrationId,
    code: file.bookCode,
    year: Number(day.slice(0, 4)),
  })
  await insertUnits(tx, administrationId, makeUnits(file, ids))
  await insertServices(tx, administrationId, makeServices(file, ids))
  await insertCentres(tx, administrationId, makeCentres(file, ids, new Map()))
  const accounts = await insertAccounts(tx, making.accounts, now)
  await grantRoles(tx, file, { administrationId, ids, accounts }, { day, deed })
  await insertOfficials(tx, administrationId, makeOfficials(file, ids, accounts))
  await insertOwnTerms(tx, administrationId, makeOwnTerms(file))
  for (const authorisation of file.authorisations) {
    const recorded = { ...authorisation, recordedAt: now, recordedBy: null }
    await insertAuthorisation(tx, administrationId, recorded)
  }
  const missing = whatIsMissing(await readBookRules(tx, administrationId, now), day)
  if (file.open && missing.length === 0) await updateOpenedAt(tx, administrationId, now)
  await recordChange(tx, {
    at: now,
    accountId: null,
    administrationId,
    action: 'administration_added',
    details: { administration: administrationId },
  })
  return { administrationId, missing }
}

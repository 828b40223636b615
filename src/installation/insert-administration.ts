import {
  insertAdministration,
  insertAuthorisation,
  insertCentres,
  insertOfficials,
  insertOwnTerms,
  insertServices,
  insertStandards,
  insertStrata,
  insertUnits,
  readBookRules,
  updateOpenedAt,
  whatIsMissing,
  type WhyClosed,
} from '../administrations/index.ts'
import { recordChange } from '../audit/index.ts'
import { insertBook } from '../cases/index.ts'
import { loadCalendar } from '../deadlines/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { BadDataFile, type DataFile } from '../platform/data-file.ts'
import type { PlainDate } from '../platform/dates.ts'
import { insertRules, problemsOfRule } from '../routing/index.ts'
import type { System } from '../system.ts'
import type { PreparedAccount } from './account-passwords.ts'
import type { AdministrationFile } from './administration-file.ts'
import { grantRoles, insertAccounts } from './insert-accounts.ts'
import {
  makeAdministration,
  makeCentres,
  makeIds,
  makeOfficials,
  makeOwnTerms,
  makeServices,
  makeStandards,
  makeStrata,
  makeUnits,
  type Ids,
} from './make-organisation.ts'
import { makeRoutingRules } from './make-routing-rules.ts'
import { makeOwnCalendars } from './own-calendars.ts'

export interface Making {
  source: DataFile
  file: AdministrationFile
  jobs: System['jobs']
  calendar: string
  demo: boolean
  accounts: readonly PreparedAccount[]
  day: PlainDate
  now: Date
}

/** A checked file as rows; the book opens with it where nothing is missing. */
export async function insertWholeAdministration(
  tx: Tx,
  making: Making,
): Promise<{ administrationId: string; missing: WhyClosed[] }> {
  const { file, demo, day, now } = making
  const ids = makeIds(file)
  const administration = makeAdministration(file, { demo })
  const { administrationId } = administration
  await insertAdministration(tx, administration)
  const year = Number(day.slice(0, 4))
  await insertBook(tx, { administrationId, code: file.bookCode, year })
  await insertOrganisation(tx, administrationId, ids, making)
  await insertPeople(tx, administrationId, ids, making)
  await insertOwnRules(tx, administrationId, ids, making)
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

async function insertOrganisation(
  tx: Tx,
  administrationId: string,
  ids: Ids,
  { file, jobs, calendar }: Making,
): Promise<void> {
  const above = { administrationId, parent: calendar }
  for (const own of makeOwnCalendars(file, ids, above)) {
    await loadCalendar(tx, jobs, own, administrationId)
  }
  await insertUnits(tx, administrationId, makeUnits(file, ids))
  await insertServices(tx, administrationId, makeServices(file, ids))
  await insertCentres(tx, administrationId, makeCentres(file, ids))
}

async function insertPeople(
  tx: Tx,
  administrationId: string,
  ids: Ids,
  { file, accounts: prepared, day, now }: Making,
): Promise<void> {
  const accounts = await insertAccounts(tx, prepared, now)
  const places = { administrationId, ids, accounts }
  await grantRoles(tx, file, places, { day, deed: { by: null, now } })
  await insertOfficials(tx, administrationId, makeOfficials(file, ids, accounts))
}

async function insertOwnRules(
  tx: Tx,
  administrationId: string,
  ids: Ids,
  { source, file, now }: Making,
): Promise<void> {
  await insertOwnTerms(tx, administrationId, makeOwnTerms(file))
  await insertStandards(tx, administrationId, makeStandards(file, ids))
  await insertStrata(tx, administrationId, makeStrata(file, ids))
  for (const authorisation of file.authorisations) {
    const recorded = { ...authorisation, recordedAt: now, recordedBy: null }
    await insertAuthorisation(tx, administrationId, recorded)
  }
  const routing = makeRoutingRules(file, ids)
  const book = await readBookRules(tx, administrationId, now)
  const known = book.regime.spokenLanguages.map(({ code }) => code)
  const strange = (file.spokenLanguages ?? []).filter((code) => !known.includes(code))
  if (strange.length > 0) {
    const message = `the regime has no ${strange.join(', ')}`
    throw new BadDataFile(source, [{ path: ['spokenLanguages'], message }])
  }
  const problems = routing.flatMap((rule, index) =>
    problemsOfRule(rule, book).map(({ field, code, values }) => ({
      path: ['routing', index, field],
      message: [code, ...Object.values(values ?? {})].join(' '),
    })),
  )
  if (problems.length > 0) throw new BadDataFile(source, problems)
  await insertRules(tx, administrationId, routing)
}

import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import './administration-tables.ts'
import type { Administration } from './book-rules.ts'
import { contact } from './contact.ts'

export type NewAdministration = Omit<Administration, 'revision'>

export async function insertAdministration(tx: Tx, made: NewAdministration): Promise<void> {
  await tx
    .insertInto('administrations')
    .values({
      administration_id: made.administrationId,
      slug: made.slug,
      name: made.name,
      book_code: made.bookCode,
      regime_code: made.regimeCode,
      calendar_code: made.calendarCode,
      time_zone: made.timeZone,
      languages: [...made.languages],
      spoken_languages: made.spokenLanguages && [...made.spokenLanguages],
      theme: JSON.stringify(made.theme),
      contact: JSON.stringify(made.contact),
      demo: made.demo,
      opened_at: made.openedAt,
    })
    .execute()
}

export async function getAdministrationBySlug(db: Db, slug: string): Promise<Administration> {
  const found = await findAdministrationBySlug(db, slug)
  if (!found) throw new NotFound()
  return found
}

export async function findAdministrationBySlug(
  db: Db,
  slug: string,
): Promise<Administration | null> {
  const row = await administrations(db).where('slug', '=', slug).executeTakeFirst()
  return row ? toAdministration(row) : null
}

export async function getAdministration(db: Db, administrationId: string) {
  const row = await administrations(db)
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toAdministration(row)
}

/** Those that take filings, for the first page. */
export async function listAdministrations(db: Db): Promise<Administration[]> {
  const rows = await administrations(db)
    .where('opened_at', 'is not', null)
    .orderBy('name')
    .execute()
  return rows.map(toAdministration)
}

export async function hasAdministrations(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('administrations')
    .select('administration_id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function findDemo(db: Db): Promise<Administration | null> {
  const row = await administrations(db).where('demo', '=', true).limit(1).executeTakeFirst()
  return row ? toAdministration(row) : null
}

export type Which = { slug: string } | { administrationId: string }

/** The one cheap question of every request: has anything changed that filing and routing read? */
export async function findRevision(db: Db, which: Which) {
  const row = await db
    .selectFrom('administrations')
    .select(['administration_id', 'revision'])
    .where((is) =>
      'slug' in which
        ? is('slug', '=', which.slug)
        : is('administration_id', '=', which.administrationId),
    )
    .executeTakeFirst()
  return row ? { administrationId: row.administration_id, revision: row.revision } : null
}

/** To be called by whatever changes something that book rules hold, in the same transaction. */
export async function touchAdministration(tx: Tx, administrationId: string): Promise<void> {
  await tx
    .updateTable('administrations')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('administration_id', '=', administrationId)
    .execute()
}

/** A new version of a regime concerns everybody under it. */
export async function touchAdministrationsUnder(tx: Tx, regimeCode: string): Promise<void> {
  await tx
    .updateTable('administrations')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('regime_code', '=', regimeCode)
    .execute()
}

export async function updateOpenedAt(tx: Tx, administrationId: string, openedAt: Date) {
  await tx
    .updateTable('administrations')
    .set((row) => ({ opened_at: openedAt, revision: row('revision', '+', 1) }))
    .where('administration_id', '=', administrationId)
    .where('opened_at', 'is', null)
    .execute()
}

/** Null: all languages of its regime. */
export async function updateSpokenLanguages(
  tx: Tx,
  administrationId: string,
  codes: readonly string[] | null,
): Promise<void> {
  await tx
    .updateTable('administrations')
    .set((row) => ({ spoken_languages: codes && [...codes], revision: row('revision', '+', 1) }))
    .where('administration_id', '=', administrationId)
    .execute()
}

/** How an administration is called, which colour it wears and where it is reached; empty: nothing is said. */
export interface Identity {
  name: string
  accent: string
  address: string
  phone: string
  email: string
  website: string
}

/** What else stands in the theme and among the contacts stays as it is. */
export async function updateIdentity(
  tx: Tx,
  administrationId: string,
  { name, accent, ...reached }: Identity,
): Promise<void> {
  const { theme, contact: before } = await getAdministration(tx, administrationId)
  await tx
    .updateTable('administrations')
    .set((row) => ({
      name,
      theme: JSON.stringify(withSaid(theme, { accent })),
      contact: JSON.stringify(contact.parse(withSaid(before, reached))),
      revision: row('revision', '+', 1),
    }))
    .where('administration_id', '=', administrationId)
    .execute()
}

function withSaid(before: object, said: Readonly<Record<string, string>>): object {
  const after = Object.entries({ ...before, ...said })
  return Object.fromEntries(after.filter(([, value]) => value !== ''))
}

export async function findBookCode(db: Db, code: string): Promise<boolean> {
  const row = await administrations(db).where('book_code', '=', code).executeTakeFirst()
  return row !== undefined
}

function administrations(db: Db) {
  return db.selectFrom('administrations').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof administrations>['executeTakeFirstOrThrow']>>

function toAdministration(row: Row): Administration {
  return {
    administrationId: row.administration_id,
    slug: row.slug,
    name: row.name,
    bookCode: row.book_code,
    regimeCode: row.regime_code,
    calendarCode: row.calendar_code,
    timeZone: row.time_zone,
    languages: row.languages,
    spokenLanguages: row.spoken_languages,
    theme: row.theme,
    contact: row.contact,
    demo: row.demo,
    openedAt: row.opened_at,
    revision: row.revision,
  }
}

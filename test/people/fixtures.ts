import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  createAccount,
  grantRole,
  hashPassword,
  type Grant,
  type Staff,
} from '../../src/people/index.ts'
import { sessionEnd } from '../../src/people/session-rules.ts'
import { insertSession } from '../../src/people/session-store.ts'
import { hashSessionToken, makeSessionToken } from '../../src/people/session-token.ts'
import { findStaffSession } from '../../src/people/staff-store.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import type { System } from '../../src/system.ts'

export const password = 'tres gatos miran la lluvia'
const passwordHash = await hashPassword(password)

export interface Town {
  administrationId: string
  slug: string
  centreId: string
  unitId: string
}

/** An administration with one centre and one unit, and nothing else. */
export async function buildTown(system: System, slug: string): Promise<Town> {
  const town = {
    administrationId: randomUUID(),
    slug,
    centreId: randomUUID(),
    unitId: randomUUID(),
  }
  await sql`insert into administrations
    (administration_id, slug, name, book_code, regime_code, calendar_code, time_zone, languages)
    values (${town.administrationId}, ${slug}, ${`Municipalidad de ${slug}`},
      ${slug.toUpperCase()}, 'neutral', 'none', 'America/Mexico_City', '{es,en}')`.execute(
    system.db,
  )
  await sql`insert into centres (administration_id, centre_id, slug, name)
    values (${town.administrationId}, ${town.centreId}, 'mercado', 'Mercado')`.execute(system.db)
  await sql`insert into units (administration_id, unit_id, slug, name)
    values (${town.administrationId}, ${town.unitId}, 'obras', 'Obras')`.execute(system.db)
  return town
}

/** Somebody with an account (`<name>@muni.example`) and these grants, valid from long ago. */
export async function buildPerson(
  system: System,
  name: string,
  grants: readonly (Partial<Grant> & Pick<Grant, 'role'>)[] = [],
  options: { mustChangePassword?: boolean; language?: string } = {},
): Promise<string> {
  const deed = { by: null, now: system.clock() }
  return inTransaction(system.db, async (tx) => {
    const accountId = await createAccount(
      tx,
      { email: `${name}@muni.example`, name, language: 'es', passwordHash, ...options },
      deed,
    )
    for (const { role, administrationId = null, centreId = null, unitId = null } of grants) {
      await grantRole(
        tx,
        { accountId, role, administrationId, centreId, unitId, validFrom: '2020-01-01' },
        deed,
      )
    }
    return accountId
  })
}

/** The person as a page would know them at this moment. */
export async function asStaff(system: System, accountId: string): Promise<Staff> {
  const token = makeSessionToken()
  const now = system.clock()
  await inTransaction(system.db, (tx) =>
    insertSession(tx, {
      sessionId: randomUUID(),
      tokenHash: hashSessionToken(token),
      accountId,
      startedAt: now,
      expiresAt: sessionEnd(now),
      browser: '',
    }),
  )
  const session = await findStaffSession(system.db, hashSessionToken(token), now)
  if (!session) throw new Error('The account is closed')
  return session.staff
}

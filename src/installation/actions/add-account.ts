import { z } from 'zod'
import { getBookRules, type BookRules } from '../../administrations/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { CannotStart, NotFound } from '../../platform/errors.ts'
import { isLanguage, languages } from '../../platform/i18n/index.ts'
import {
  createAccount,
  findAccountByEmail,
  grantRole,
  hashPassword,
  isRole,
  isWellPlaced,
  makeOneTimePassword,
  roles,
  type Grant,
} from '../../people/index.ts'
import type { System } from '../../system.ts'

export interface AccountRequest {
  email: string
  name: string
  language: string
  role: string | null
  administration: string | null
  centre: string | null
  unit: string | null
}

export interface AddedAccount {
  email: string
  /** Shown once, to be changed at the first sign-in. */
  oneTimePassword: string
}

/** An account by command, with a role if one is named: the installation itself gives it. */
export async function addAccount(
  system: Pick<System, 'db'>,
  request: AccountRequest,
  now: Date,
): Promise<AddedAccount> {
  const email = request.email.toLowerCase()
  if (!z.email().safeParse(email).success) throw new CannotStart(`${email} is not an address.`)
  if (!isLanguage(request.language)) {
    throw new CannotStart(`The languages are: ${languages.join(', ')}.`)
  }
  if (await findAccountByEmail(system.db, email)) {
    throw new CannotStart(`There is an account ${email} already. Nothing was changed.`)
  }
  const appointment = await appointmentOf(system, request, now)
  const oneTimePassword = makeOneTimePassword()
  const passwordHash = await hashPassword(oneTimePassword)
  const { name, language } = request
  const deed = { by: null, now }
  await inTransaction(system.db, async (tx) => {
    const account = { email, name, language, passwordHash, mustChangePassword: true }
    const accountId = await createAccount(tx, account, deed)
    if (appointment) await grantRole(tx, { ...appointment, accountId }, deed)
  })
  return { email, oneTimePassword }
}

type Appointment = Grant & { validFrom: PlainDate }

async function appointmentOf(
  system: Pick<System, 'db'>,
  { role, administration, centre, unit }: AccountRequest,
  now: Date,
): Promise<Appointment | null> {
  if (role === null) return null
  if (!isRole(role)) {
    throw new CannotStart(`There is no role ${role}. There are: ${roles.join(', ')}.`)
  }
  const rules = administration === null ? null : await rulesOf(system, administration, now)
  const grant: Grant = {
    role,
    administrationId: rules?.administration.administrationId ?? null,
    centreId: centre && idOf(rules?.centres, 'centreId', centre),
    unitId: unit && idOf(rules?.units, 'unitId', unit),
  }
  if (!isWellPlaced(grant)) throw new CannotStart(`The role ${role} is not held in such a place.`)
  const day = localDate(now, rules?.administration.timeZone ?? 'UTC')
  return { ...grant, validFrom: day }
}

async function rulesOf(system: Pick<System, 'db'>, slug: string, now: Date): Promise<BookRules> {
  try {
    return await getBookRules(system, slug, now)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    throw new CannotStart(`There is no administration ${slug}.`)
  }
}

function idOf<Key extends 'centreId' | 'unitId'>(
  places: readonly (Record<Key, string> & { slug: string })[] | undefined,
  key: Key,
  slug: string,
): string {
  const place = places?.find((candidate) => candidate.slug === slug)
  if (!place) throw new CannotStart(`There is no ${key.replace('Id', '')} ${slug} there.`)
  return place[key]
}

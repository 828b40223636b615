import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { accountNames, findContact } from './directory.ts'
import { listGrantsOf, listGrantsWithin } from './grant-store.ts'
import type { Role } from './roles.ts'
import { isSealedRole } from './second-factor/second-factor-policy.ts'
import type { Staff } from './staff-policy.ts'

/** Somebody who works in an administration on a day, with what that person is in one of its parts. */
export interface Colleague {
  accountId: string
  name: string
  /** Each role once, in the place where it is held. */
  posts: readonly Post[]
}

export interface Post {
  role: Role
  centreId: string | null
  unitId: string | null
  since: PlainDate
}

/** Who works there on the day; those of the sealed reports only by what else they are. */
export async function listColleagues(
  db: Db,
  administrationId: string,
  day: PlainDate,
): Promise<Colleague[]> {
  const grants = await listGrantsWithin(db, administrationId, day)
  const open = grants.filter(({ role }) => !isSealedRole(role))
  const names = await accountNames(
    db,
    open.map(({ accountId }) => accountId),
  )
  const colleagues = [...names].map(([accountId, name]) => ({
    accountId,
    name,
    posts: open
      .filter((grant) => grant.accountId === accountId)
      .map(({ role, centreId, unitId, validFrom }) => ({
        role,
        centreId,
        unitId,
        since: validFrom,
      })),
  }))
  return colleagues.toSorted((one, other) => one.name.localeCompare(other.name))
}

/** Those of a centre, and those whose post reaches all centres; without a centre, everybody. */
export function reaching(colleagues: readonly Colleague[], centreId: string | null): Colleague[] {
  if (centreId === null) return [...colleagues]
  return colleagues.filter(({ posts }) =>
    posts.some((post) => post.centreId === null || post.centreId === centreId),
  )
}

/** Those who work in the centre itself; without a centre, everybody. */
export function assignedTo(colleagues: readonly Colleague[], centreId: string | null): Colleague[] {
  if (centreId === null) return [...colleagues]
  return colleagues.filter(({ posts }) => posts.some((post) => post.centreId === centreId))
}

/** Who somebody is in an administration on a day; null: they do not work there, or no longer. */
export async function findStaffOn(
  db: Db,
  accountId: string,
  administrationId: string,
  day: PlainDate,
): Promise<Staff | null> {
  const contact = await findContact(db, accountId)
  const grants = (await listGrantsOf(db, [accountId])).filter(
    (grant) =>
      !grant.revoked &&
      grant.administrationId === administrationId &&
      grant.validFrom <= day &&
      (grant.validUntil === null || grant.validUntil >= day),
  )
  return contact && grants.length > 0 ? { ...contact, grants, workplaces: [] } : null
}

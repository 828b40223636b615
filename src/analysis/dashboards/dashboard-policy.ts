import { holdsWithin, scopesOf, type Role, type Staff } from '../../people/index.ts'

/** What somebody asks first, by what they answer for. */
export const PERSPECTIVES = ['centre', 'book', 'all', 'direction'] as const
export type Perspective = (typeof PERSPECTIVES)[number]

const ROLES: Readonly<Record<Perspective, readonly Role[]>> = {
  centre: ['office_head'],
  book: ['claims_manager', 'deputy_claims_manager'],
  all: ['analyst'],
  direction: ['chief_administrator', 'auditor'],
}

export const readers: readonly Role[] = PERSPECTIVES.flatMap((each) => ROLES[each])

/** Who may have several administrations in sight. */
export const overseers: readonly Role[] = ['auditor']

export function perspectivesOf(staff: Staff, administrationId: string): Perspective[] {
  return PERSPECTIVES.filter((each) => holdsWithin(staff, ROLES[each], administrationId))
}

/** The centres that a head of office answers for; null: all of them. */
export function ownCentres(staff: Staff, administrationId: string): string[] | null {
  const scopes = scopesOf(staff, 'office_head').filter(
    (scope) => scope.administrationId === null || scope.administrationId === administrationId,
  )
  const ids = scopes.map(({ centreId }) => centreId)
  return ids.includes(null) ? null : ids.filter((id) => id !== null)
}

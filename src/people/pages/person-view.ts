import type { PlainDate } from '../../platform/dates.ts'
import { formatShortDate, type T } from '../../platform/i18n/index.ts'
import { isStanding, mayRevoke } from '../grant-policy.ts'
import type { StoredGrant } from '../grant-store.ts'
import type { Person } from '../people-store.ts'
import type { Staff, Workplace } from '../staff-policy.ts'
import { accountUrl } from '../urls.ts'
import { nameOfPlace, type NamedPlace } from './places.ts'

export interface ViewGround {
  t: T
  lang: string
  day: PlainDate
  staff: Staff
  workplace: Workplace
  places: readonly NamedPlace[]
}

export interface PersonRow {
  name: string
  email: string
  url: string
  closed: boolean
  roles: string[]
}

export interface GrantRow {
  grantId: string
  /** Of what was settled on screen about it. */
  version: number
  role: string
  place: string
  from: string
  until: string
  /** Begins after today. */
  coming: boolean
  standing: boolean
  revocable: boolean
}

export function personRow(person: Person, ground: ViewGround): PersonRow {
  const standing = shownGrants(person, ground).filter((grant) => isStanding(grant, ground.day))
  return {
    name: person.name,
    email: person.email,
    url: accountUrl(ground.workplace.slug, person.accountId),
    closed: person.disabled,
    roles: standing.map((grant) => {
      const role = ground.t(`people.roles.${grant.role}`)
      return `${role} · ${nameOfPlace(ground.places, grant, ground.t)}`
    }),
  }
}

export function grantRows(
  person: Person,
  ground: ViewGround,
  versions: ReadonlyMap<string, number>,
): GrantRow[] {
  const { t, lang, day, staff, places } = ground
  return shownGrants(person, ground).map((grant) => {
    const standing = isStanding(grant, day)
    return {
      grantId: grant.grantId,
      version: versions.get(grant.grantId) ?? 0,
      role: t(`people.roles.${grant.role}`),
      place: nameOfPlace(places, grant, t),
      from: formatShortDate(grant.validFrom, lang),
      until: grant.validUntil
        ? formatShortDate(grant.validUntil, lang)
        : t('people.account.no_end'),
      coming: standing && grant.validFrom > day,
      standing,
      revocable: standing && mayRevoke(staff, person.accountId, grant),
    }
  })
}

/** What a person does for other administrations is not this one's business. */
function shownGrants(person: Person, { workplace }: ViewGround): StoredGrant[] {
  return person.grants.filter(
    ({ administrationId }) =>
      administrationId === null || administrationId === workplace.administrationId,
  )
}

import type { PlainDate } from '../platform/dates.ts'
import type { RegimeFile, TermRule } from '../regimes/index.ts'
import type { Contact } from './contact.ts'
import type { ServiceStandard } from './service-standard.ts'

/** A public body with a book of its own. */
export interface Administration {
  administrationId: string
  slug: string
  name: string
  bookCode: string
  regimeCode: string
  calendarCode: string
  timeZone: string
  languages: readonly string[]
  /** Of those of the regime, in which it speaks with people; null: all. */
  spokenLanguages: readonly string[] | null
  theme: Readonly<Record<string, string>>
  contact: Contact
  demo: boolean
  openedAt: Date | null
  revision: number
}

interface Validity {
  validFrom: PlainDate | null
  validUntil: PlainDate | null
}

export interface Unit extends Validity {
  unitId: string
  slug: string
  name: string
  parentUnitId: string | null
}

export interface OpeningHours {
  /** 1 = Monday … 7 = Sunday. */
  weekday: number
  opens: string
  closes: string
}

export interface ServiceWindow {
  windowId: string
  slug: string
  name: string
}

export interface Centre extends Validity {
  centreId: string
  slug: string
  name: string
  address: string | null
  /** A calendar of its own place, above the administration's. */
  calendarCode: string | null
  emergencyEmail: string | null
  /** Its head approves answers of the centre's staff where the regime lets a head of office approve. */
  headApproves: boolean
  hours: readonly OpeningHours[]
  windows: readonly ServiceWindow[]
  serviceIds: readonly string[]
}

export interface Service extends Validity {
  serviceId: string
  slug: string
  name: string
  unitId: string
  /** In the words in which it is published; null: nothing was said. */
  cost: string | null
  requirements: string | null
  term: string | null
}

export interface Official extends Validity {
  officialId: string
  name: string
  post: string
  unitId: string | null
  centreId: string | null
  accountId: string | null
}

export interface OwnTerm {
  step: string
  /** `*`: every kind. */
  kind: string
  days: number
  unit: TermRule['unit']
  validFrom: PlainDate
  validUntil: PlainDate | null
  source: string
}

export interface Authorisation {
  code: string
  reference: string
  grantedOn: PlainDate
}

/** Everything that filing, pages and routing read about an administration on a day. */
export interface BookRules {
  administration: Administration
  /** The newest version in force on the day. */
  regime: RegimeFile
  regimeVersion: number
  /** Those in force on the day. */
  centres: readonly Centre[]
  services: readonly Service[]
  units: readonly Unit[]
  officials: readonly Official[]
  /** Codes of the permissions that are recorded and granted by the day. */
  authorisations: ReadonlySet<string>
  ownTerms: readonly OwnTerm[]
  /** What was published of its services, ever. */
  standards: readonly ServiceStandard[]
  /** Centres, services, units and officials by id, also those of the past, for cases that still name them. */
  names: ReadonlyMap<string, string>
}

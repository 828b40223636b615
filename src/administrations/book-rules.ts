import type { PlainDate } from '../platform/dates.ts'
import { findTerm, holdsOn, type RegimeFile, type Step, type TermRule } from '../regimes/index.ts'

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
  theme: Readonly<Record<string, string>>
  contact: Readonly<Record<string, string>>
  demo: boolean
  openedAt: Date | null
  revision: number
}

export interface Centre {
  centreId: string
  slug: string
  name: string
  address: string | null
  calendarCode: string | null
  hours: readonly { weekday: number; opens: string; closes: string }[]
  windows: readonly { windowId: string; slug: string; name: string }[]
  serviceIds: readonly string[]
  validFrom: PlainDate | null
  validUntil: PlainDate | null
}

export interface Service {
  serviceId: string
  slug: string
  name: string
  unitId: string
  validFrom: PlainDate | null
  validUntil: PlainDate | null
}

export interface Unit {
  unitId: string
  slug: string
  name: string
  parentUnitId: string | null
  validFrom: PlainDate | null
  validUntil: PlainDate | null
}

export interface Official {
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

/** Everything that filing, pages and routing read about an administration on a day. */
export interface BookRules {
  administration: Administration
  regime: RegimeFile
  regimeVersion: number
  centres: readonly Centre[]
  services: readonly Service[]
  units: readonly Unit[]
  officials: readonly Official[]
  authorisations: ReadonlySet<string>
  ownTerms: readonly OwnTerm[]
}

/** The regime's term with the administration's own days where it set them, never above the legal ceiling. */
export function effectiveTerm(
  rules: Pick<BookRules, 'regime' | 'ownTerms'>,
  step: Step,
  kind: string,
  day: PlainDate,
): TermRule | undefined {
  const term = findTerm(rules.regime, step, kind, day)
  if (!term) return undefined
  const own = rules.ownTerms
    .filter((candidate) => candidate.step === step && [kind, '*'].includes(candidate.kind))
    .filter(({ validFrom, validUntil }) => holdsOn({ from: validFrom, until: validUntil ?? undefined }, day))
    .sort((a, b) => (a.kind === '*' ? 1 : 0) - (b.kind === '*' ? 1 : 0))[0]
  if (!own) return term.setByAdministration ? undefined : term
  const withinCeiling = own.unit !== term.unit || own.days <= term.days
  return { ...term, days: withinCeiling ? own.days : term.days, unit: own.unit, source: own.source }
}

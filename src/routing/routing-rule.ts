import type { PlainDate } from '../platform/dates.ts'
import type { NamedOfficial } from './named-officials.ts'
import type { FoundSignal, Signal } from './signals.ts'

export const DESKS = ['claims_manager', 'centre', 'unit'] as const
export type Desk = (typeof DESKS)[number]

/** How a filing came in. */
export const CHANNELS = [
  'web',
  'api',
  'tablet',
  'qr',
  'counter',
  'phone',
  'paper',
  'email',
] as const
export type Channel = (typeof CHANNELS)[number]

/** Ordinary, soon, now. */
export const PRIORITIES = [0, 1, 2] as const
export type Priority = (typeof PRIORITIES)[number]

export const RESTRICTIONS = ['corruption', 'violence', 'official_named', 'by_rule'] as const
export type Restriction = (typeof RESTRICTIONS)[number]

/** Rules are tried in order and the first that matches decides. An empty condition matches everything. */
export interface RoutingRule {
  ruleId: string
  name: string
  kinds: readonly string[]
  centreIds: readonly string[]
  serviceIds: readonly string[]
  motives: readonly string[]
  channels: readonly string[]
  /** In which the person asked to be spoken to. */
  languages: readonly string[]
  /** One of them is enough; text-matching.ts says how they are written. */
  words: readonly string[]
  /** None of them may stand in the text. */
  exceptWords: readonly string[]
  signals: readonly Signal[]
  officialNamed: boolean | null
  desk: Desk
  /** Missing: the unit that owns the service. */
  unitId: string | null
  priority: Priority
  restricted: boolean
  assignAtOnce: boolean
  validFrom: PlainDate | null
  validUntil: PlainDate | null
}

export interface FilingFacts {
  kind: string
  centreId: string
  serviceId: string | null
  motives: readonly string[]
  channel: string
  /** In which the person asked to be spoken to; null: nothing was asked. */
  spokenLanguage: string | null
  text: string
  signals: readonly FoundSignal[]
  namedOfficials: readonly NamedOfficial[]
  /** The day of the filing where it was filed. */
  on: PlainDate
}

/** Who owns and who heads what, on the day of the filing. */
export interface Organisation {
  /** The unit that answers for each service. */
  serviceUnits: ReadonlyMap<string, string>
  /** Units in force, each with the unit above it. */
  unitParents: ReadonlyMap<string, string | null>
  unitHeads: ReadonlyMap<string, readonly string[]>
  centreHeads: ReadonlyMap<string, readonly string[]>
  /** Accounts of the officials who have one. */
  officialAccounts: ReadonlyMap<string, string>
}

export const CONDITIONS = [
  'dates',
  'kind',
  'centre',
  'service',
  'motive',
  'channel',
  'language',
  'words',
  'except_words',
  'signal',
  'official_named',
  'unit_known',
] as const
export type Condition = (typeof CONDITIONS)[number]

/** One condition that the rule sets; `found` are codes, ids and patterns of the rule, never the person's words. */
export interface Reason {
  condition: Condition
  ok: boolean
  found: readonly string[]
}

export interface RuleTrial {
  ruleId: string
  name: string
  matched: boolean
  reasons: readonly Reason[]
}

export interface RoutingDecision {
  /** Nothing matched: the responsible of the book. */
  ruleId: string | null
  desk: Desk
  /** The unit at whose desk it lies, or the one suggested to whoever confirms it. */
  unitId: string | null
  priority: Priority
  restricted: Restriction | null
  assignAtOnce: boolean
  /** The head of the centre is told now. */
  alert: boolean
  /** Accounts of people whom the case names: they neither decide nor handle it. */
  excludedAccountIds: readonly string[]
  /** Who heads the desk or unit that it would have gone to is named, so it went to the next authority. */
  movedUp: boolean
  /** Nobody holds a role where it would have gone, so it went to the responsible of the book. */
  nobodyThere: boolean
  /** Up to and including the rule that decided. */
  why: readonly RuleTrial[]
}

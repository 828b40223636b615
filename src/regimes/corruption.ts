import { z } from 'zod'
import { code, dated, localized } from './rule-parts.ts'
import { termLength } from './term-rule.ts'

/**
 * How reports of corruption are dealt with: what makes one admissible, how long each step may take,
 * who it goes to, whether an identity may ever be released, and for how long it is kept.
 */

export const CORRUPTION_STEPS = [
  'acknowledgement',
  'requirements',
  'correction',
  'protection_assessment',
  'feasibility',
  'protection_notice',
  'protection_grant',
  'referral',
  // the day by which a procedure must have begun
  'start',
  'outcome_notice',
  'objection',
  'feedback',
  'bad_faith_hearing',
  'bad_faith_decision',
  'protection_review_hearing',
  'protection_review_decision',
] as const
export type CorruptionStep = (typeof CORRUPTION_STEPS)[number]

const admissible = z.strictObject({
  /** Checking that these are there never judges what was told. */
  requires: z.array(z.enum(['narration', 'accused'])).min(1),
  note: localized,
  ...dated,
})

export const corruptionTerm = termLength.extend({
  step: z.enum(CORRUPTION_STEPS),
  /** False: good practice or an aim of the administration; nobody is bound by it. */
  binding: z.boolean().default(true),
  ...dated,
})
export type CorruptionTerm = z.infer<typeof corruptionTerm>

const choice = z.strictObject({ code, label: localized, ...dated })

/** Whoever a report may be handed to. */
const receiver = choice.extend({
  kind: z.enum(['disciplinary', 'control', 'attorney', 'prosecution', 'investigating', 'other']),
  /** Gets a copy as soon as a report asks for protection. */
  copyOfProtection: z.boolean().default(false),
})

const measure = choice.extend({
  /** For whom it is: who reports, who is reported, or who bids. */
  concerns: z.enum(['reporter', 'accused', 'bidder']).default('reporter'),
})

const outcome = choice.extend({ needsReasons: z.boolean().default(true) })

const transition = z.strictObject({
  action: code,
  allowed: z.boolean(),
  reason: localized,
  ...dated,
})

const identityRelease = z.strictObject({
  allowed: z.boolean(),
  custodiansNeeded: z.number().int().min(2).default(2),
  /** Where it is off: the words with which whoever asks is refused, and the receiver who is told of it. */
  refusal: localized.optional(),
  refusalToldTo: code.optional(),
  source: z.string().min(1),
})

/** The State's own door, shown before ours. */
const officialChannel = z.strictObject({
  name: localized,
  text: localized,
  url: z.url().optional(),
  address: z.string().min(1).optional(),
  ...dated,
})

const days = z.number().int().min(1)

const retention = z.strictObject({
  /** After conclusion. */
  months: days.max(600),
  source: z.string().min(1),
})

/** Working days without an act: first the readers are reminded, then the alternate authority. */
const silence = z.strictObject({
  remindAfter: days,
  escalateAfter: days,
  source: z.string().min(1),
})

export const corruptionRules = z.strictObject({
  source: z.string().min(1),
  admissible,
  officialChannel: officialChannel.optional(),
  terms: z.array(corruptionTerm),
  /** Which acts of the machine are on; what no rule mentions is on. */
  transitions: z.array(transition).default([]),
  categories: z.array(choice).min(1),
  measures: z.array(measure),
  receivers: z.array(receiver).min(1),
  outcomes: z.array(outcome).min(1),
  identityRelease,
  retention,
  silence,
})
export type CorruptionRules = z.infer<typeof corruptionRules>
export type CorruptionReceiver = z.infer<typeof receiver>
export type CorruptionOutcome = z.infer<typeof outcome>
export type OfficialChannel = z.infer<typeof officialChannel>
export type IdentityRelease = z.infer<typeof identityRelease>

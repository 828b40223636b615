import { z } from 'zod'
import { corruptionRules } from './corruption.ts'
import { dataRightRule } from './data-rights.ts'
import { code, dated, languageCode, localized, plainDate } from './rule-parts.ts'
import { lookRule } from './look-rules.ts'
import { retentionRule } from './retention.ts'
import { termLength } from './term-rule.ts'

export { localized, type Localized } from './rule-parts.ts'

/**
 * What the law or the administration's own terms say, as dated data. A regime is a file in packs/ and
 * a row; nothing here knows a country. Every rule carries the days on which it holds and the article
 * that it comes from.
 */

export const authorisationCode = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** JSON pointers into the filing, such as /person/names; `a|b` asks for one of several, the first named to the person. */
const requirement = z.string().regex(/^\/[A-Za-z/|]+$/)

export const kindRule = z.strictObject({
  code,
  label: localized,
  /** One line with an example, for the page that finds the kind for the person. */
  example: localized,
  requires: z.array(requirement),
  /** Off until an authorisation is recorded for the administration; the reason is shown to those who run it. */
  needsAuthorisation: z
    .strictObject({ code: authorisationCode, reason: localized, source: z.string().min(1) })
    .optional(),
  answeredBy: z.enum(['claims_manager', 'unit_head', 'forwarded']).default('claims_manager'),
  ...dated,
})

export const motiveRule = z.strictObject({
  code,
  label: localized,
  parent: code.optional(),
  /** Choosing it shows the door for corruption reports. */
  suggestsCorruption: z.boolean().default(false),
  ...dated,
})

export const documentTypeRule = z.strictObject({
  code,
  label: localized,
  pattern: z.string().optional(),
  ...dated,
})

/** A language in which people may ask to be spoken to, spoken or signed; its code is that of ISO 639. */
export const spokenLanguageRule = z.strictObject({ code, label: localized, ...dated })

export const STEPS = [
  'triage',
  'answer',
  'correction',
  'correction_request',
  'acceptance',
  'transcription',
  'duplicate_notice',
  'delivery',
  'pick_up',
  'review',
  // so long after the answer was delivered the case closes by itself
  'close',
] as const
export type Step = (typeof STEPS)[number]

export const termRule = termLength.extend({
  step: z.enum(STEPS),
  /** The kinds it is for; absent: all. */
  kinds: z.array(code).optional(),
  /** The states that stop the clock while the case is in them. */
  suspendedBy: z.array(z.enum(['awaiting_correction'])).default([]),
  /** Missing: the regime has no extension. */
  extension: z
    .object({
      days: z.number().int().min(1),
      unit: z.enum(['business', 'calendar', 'months']),
      times: z.number().int().min(1).default(1),
      source: z.string().min(1),
    })
    .optional(),
  /** The receiver of a transferred case starts a clock of its own. */
  restartsAtReceiver: z.boolean().default(false),
  /** The administration must enter its own days before it opens; `days` is then only the legal ceiling. */
  setByAdministration: z.boolean().default(false),
  /** Where no norm binds: the administration's own practice. Missing: its source is a norm. */
  basis: z.enum(['norm', 'administration']).optional(),
  ...dated,
})
export type TermRule = z.infer<typeof termRule>

/** Days relative to the due date (negative: before) on which somebody is told, in as many levels as wanted. */
export const alertRule = z.strictObject({
  step: z.enum(STEPS),
  level: z.number().int().min(1),
  workingDays: z.number().int(),
  to: z
    .array(
      z.enum([
        'handler',
        'unit_head',
        'office_head',
        'claims_manager',
        'deputy_claims_manager',
        'chief_administrator',
        // who filed: what is still missing, or whether the answer helped; where they agreed to letters
        'person',
      ]),
    )
    .min(1),
  ...dated,
})

export const outcomeRule = z.strictObject({
  code,
  label: localized,
  kinds: z.array(code),
  needsReasons: z.boolean().default(true),
  ...dated,
})

/**
 * From when the clocks count for what was handed over before it was registered (on a tablet without
 * network, on paper, by mail). A channel that no rule names: from the day on which the person handed it over.
 */
export const clockStartRule = z.strictObject({
  channels: z.array(code).min(1),
  at: z.enum(['handed_over', 'registered']),
  ...dated,
})

/** Which transitions of the machine are on, and for which kinds; whatever is not listed is on. */
export const transitionRule = z.strictObject({
  action: code,
  kinds: z.array(code).optional(),
  allowed: z.boolean(),
  /** How often per case. */
  times: z.number().int().min(1).optional(),
  reason: localized.optional(),
  ...dated,
})

/** Who may approve. `office_head` counts only in the centres whose head the administration delegated it to. */
export const approvalRule = z.strictObject({
  kinds: z.array(code).optional(),
  roles: z
    .array(z.enum(['claims_manager', 'deputy_claims_manager', 'office_head', 'unit_head']))
    .min(1),
  /** The author of a draft never approves it; off only where the regime lets one person decide. */
  differentFromAuthor: z.boolean().default(true),
  ...dated,
})

/** Texts that the law words: shown as they are, in the person's language. */
export const TEXT_KEYS = [
  'privacy_notice',
  'privacy_notice_short',
  'danger_help',
  'corruption_door',
  'corruption_outside',
  'formal_claim_elsewhere',
  'closing_note',
  'review_note',
  // what the law wants people to know, on posters
  'poster_notice',
] as const
export const textRule = z.strictObject({
  key: z.enum(TEXT_KEYS),
  text: localized,
  url: z.url().optional(),
  ...dated,
})

/**
 * Words by which a text is recognised as describing danger, a bribe or violence. Plurals, accents and
 * case never count; `soborn*` takes any ending; `pidió ... dinero` up to five words in between.
 */
export const signalRule = z.strictObject({
  signal: z.enum(['danger', 'corruption', 'violence']),
  language: languageCode,
  words: z.array(z.string().min(2)).min(1),
  /** Phrases in which one of the words means something else: "mordida de perro". */
  notIn: z.array(z.string().min(2)).default([]),
  ...dated,
})

/**
 * Words by which a text looks like one of the kinds, for people who do not know what theirs is called;
 * written as those of signals. A list may be shared by regimes that do not have all of its kinds.
 */
export const kindWordsRule = z.strictObject({
  kind: code,
  language: languageCode,
  words: z.array(z.string().min(2)).min(1),
  ...dated,
})

export const regimeFile = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().min(1),
  name: localized,
  validFrom: plainDate,
  validUntil: plainDate.optional(),
  source: z.string().min(1),
  /** The calendar that counts unless the administration names its own. */
  calendar: z.string().optional(),
  /** Why that calendar, and what the administration adds to it; shown to those who run it. */
  calendarNote: localized.optional(),
  kinds: z.array(kindRule).min(1),
  motives: z.array(motiveRule),
  documentTypes: z.array(documentTypeRule),
  spokenLanguages: z.array(spokenLanguageRule).default([]),
  terms: z.array(termRule),
  alerts: z.array(alertRule).default([]),
  clockStarts: z.array(clockStartRule).default([]),
  outcomes: z.array(outcomeRule),
  transitions: z.array(transitionRule).default([]),
  approvals: z.array(approvalRule).min(1),
  texts: z.array(textRule),
  signals: z.array(signalRule).default([]),
  kindWords: z.array(kindWordsRule).default([]),
  /** How long what is kept is kept; what no rule names is kept until the administration says. */
  retention: z.array(retentionRule).default([]),
  /** From when on looks at personal data are unusual. */
  looks: z.array(lookRule).default([]),
  /** What a person may ask about their data, and by when it is answered. */
  dataRights: z.array(dataRightRule).default([]),
  /** Missing: reports of corruption are not taken here. */
  corruption: corruptionRules.optional(),
  /** After a "no": a review by the responsible, or a new case that is linked. */
  afterUnresolved: z.enum(['review', 'linked_case']),
})

export type RegimeFile = z.infer<typeof regimeFile>
export type KindRule = RegimeFile['kinds'][number]
export type OutcomeRule = RegimeFile['outcomes'][number]
export type ApprovalRule = RegimeFile['approvals'][number]
export type TransitionRule = RegimeFile['transitions'][number]
export type ClockStart = z.infer<typeof clockStartRule>['at']
export type AlertRule = RegimeFile['alerts'][number]
export type SpokenLanguageRule = RegimeFile['spokenLanguages'][number]
export type MotiveRule = RegimeFile['motives'][number]
export type TextRule = RegimeFile['texts'][number]
export type TextKey = (typeof TEXT_KEYS)[number]

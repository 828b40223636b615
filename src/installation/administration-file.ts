import { isLanguage } from '../platform/i18n/index.ts'
import { z } from 'zod'
import { contact, LEVELS, SIZES, STANDARD_MEASURES } from '../administrations/index.ts'
import { ATTENTION_CHANNELS } from '../attentions/index.ts'
import { roles } from '../people/index.ts'
import { isTimeZone } from './founding/time-zone.ts'
import { authorisationCode, STEPS } from '../regimes/index.ts'

/** What `add-administration` takes: one YAML file with everything that a book needs to open. */

const text = z.string().trim().min(1)
const day = z.iso.date()
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/)
const code = z.string().regex(/^[a-z][a-z0-9_]*$/)
const language = z.string().refine(isLanguage, 'there are no texts in this language')
const localized = z.object({ es: text, en: text }).catchall(text)
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const validity = { from: day.optional(), until: day.optional() }

const timeZone = z.string().refine(isTimeZone, 'is not a time zone such as America/Lima')

/** Days off of this administration or centre alone, above the calendar that it follows. */
export const ownDay = z.strictObject({
  date: day,
  kind: z.enum(['holiday', 'closure', 'working_day_by_exception']).default('closure'),
  name: localized,
  source: text,
})

export const unitEntry = z.strictObject({ slug, name: text, parent: slug.optional(), ...validity })

export const serviceEntry = z.strictObject({
  slug,
  name: text,
  unit: slug,
  cost: text.max(200).optional(),
  requirements: text.max(4000).optional(),
  term: text.max(200).optional(),
  ...validity,
})

export const hoursEntry = z
  .strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1), opens: hour, closes: hour })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'is not later' })

export const centreEntry = z.strictObject({
  slug,
  name: text,
  address: text.optional(),
  calendar: slug.optional(),
  ownDays: z.array(ownDay).default([]),
  emergencyEmail: z.email().optional(),
  headApproves: z.boolean().default(false),
  hours: z.array(hoursEntry).default([]),
  windows: z.array(z.strictObject({ slug, name: text })).default([]),
  services: z.union([z.literal('all'), z.array(slug)]).default('all'),
  ...validity,
})

export const officialEntry = z.strictObject({
  name: text,
  post: text,
  unit: slug.optional(),
  centre: slug.optional(),
  account: z.email().optional(),
  ...validity,
})

export const roleEntry = z.strictObject({
  role: z.enum(roles),
  centre: slug.optional(),
  unit: slug.optional(),
  ...validity,
})

export const accountEntry = z.strictObject({
  email: z.email().transform((email) => email.toLowerCase()),
  name: text,
  language: language.default('es'),
  /** Without one, a password is made that is shown once and has to be changed. */
  password: z.string().min(1).optional(),
  roles: z.array(roleEntry).default([]),
})

export const routingEntry = z.strictObject({
  name: text,
  kinds: z.array(code).default([]),
  centres: z.array(slug).default([]),
  services: z.array(slug).default([]),
  motives: z.array(code).default([]),
  channels: z.array(code).default([]),
  languages: z.array(code).default([]),
  words: z.array(text).default([]),
  exceptWords: z.array(text).default([]),
  signals: z.array(z.enum(['danger', 'corruption', 'violence'])).default([]),
  officialNamed: z.boolean().optional(),
  desk: z.enum(['claims_manager', 'centre', 'unit']),
  unit: slug.optional(),
  priority: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
  restricted: z.boolean().default(false),
  assignAtOnce: z.boolean().default(false),
  ...validity,
})

export const ownTermEntry = z.strictObject({
  step: z.enum(STEPS),
  /** Missing: every kind. */
  kind: code.optional(),
  days: z.number().int().min(1).max(1000),
  unit: z.enum(['business', 'calendar', 'months']).default('business'),
  from: day,
  until: day.optional(),
  source: text,
})

export const standardEntry = z
  .strictObject({
    measure: z.enum(STANDARD_MEASURES),
    /** Missing: every service. */
    service: slug.optional(),
    /** Missing: every way of being attended. */
    channel: z.enum(ATTENTION_CHANNELS).optional(),
    most: z.number().int().min(1).max(1000),
    ofHundred: z.number().int().min(1).max(100).default(100),
    from: day,
    until: day.optional(),
    source: text,
  })
  .refine(({ measure, channel }) => measure !== 'answer_days' || channel === undefined, {
    path: ['channel'],
    message: 'is not asked of an answer',
  })

/** How large the administration or one of its centres is. */
export const stratumEntry = z
  .strictObject({
    /** Missing: the whole administration. */
    centre: slug.optional(),
    level: z.enum(LEVELS).optional(),
    size: z.enum(SIZES),
    inhabitants: z.number().int().min(1).max(2_000_000_000).optional(),
    from: day,
    source: text,
  })
  .refine(
    ({ centre, level, inhabitants }) =>
      centre === undefined || (level === undefined && inhabitants === undefined),
    { path: ['centre'], message: 'has a size only: level and inhabitants are of the whole' },
  )

export const administrationFile = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: text,
  /** Rules of its own country that do not ship with the program: files beside this one. */
  load: z
    .strictObject({ regimes: z.array(text).default([]), calendars: z.array(text).default([]) })
    .prefault({}),
  bookCode: z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/),
  regime: slug,
  calendar: slug.optional(),
  ownDays: z.array(ownDay).default([]),
  timeZone,
  languages: z.array(language).refine(([first]) => first === 'es', 'starts with es'),
  /** Of those of its regime; missing: all of them. */
  spokenLanguages: z.array(code).optional(),
  contact: contact.prefault({}),
  theme: z.record(z.string(), z.string()).default({}),
  units: z.array(unitEntry).min(1),
  services: z.array(serviceEntry).default([]),
  centres: z.array(centreEntry).min(1),
  officials: z.array(officialEntry).default([]),
  accounts: z.array(accountEntry).default([]),
  routing: z.array(routingEntry).default([]),
  terms: z.array(ownTermEntry).default([]),
  standards: z.array(standardEntry).default([]),
  strata: z.array(stratumEntry).default([]),
  authorisations: z
    .array(z.strictObject({ code: authorisationCode, reference: text, grantedOn: day }))
    .default([]),
  /** False: it stays closed although nothing is missing. */
  open: z.boolean().default(true),
})

export type AdministrationFile = z.output<typeof administrationFile>

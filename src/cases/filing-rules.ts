import type { FieldProblem } from '../platform/errors.ts'
import { localDate } from '../platform/dates.ts'
import { spokenLanguagesOf, type BookRules } from '../administrations/index.ts'
import { holdsOn, openKinds, rulesOn } from '../regimes/index.ts'
import { answerByOf, motivesOf, type FilingInput } from './filing.ts'

/** What the book's rules of the day say about filings; made from the administration and its regime. */
export interface FilingRules {
  timeZone: string
  languages: readonly string[]
  spokenLanguages: readonly string[]
  kinds: readonly { code: string; requires: readonly string[] }[]
  centres: readonly { slug: string; services: readonly string[] }[]
  motives: readonly string[]
  documentTypes: readonly { code: string; pattern?: string | undefined }[]
  officialIds: ReadonlySet<string>
  /** Whether somebody sends text messages. */
  sendsTexts: boolean
}

/** What a book's rules say to whoever files on the day. */
export function filingRules(rules: BookRules, now: Date, sendsTexts: boolean): FilingRules {
  const day = localDate(now, rules.administration.timeZone)
  const isInForce = ({
    validFrom,
    validUntil,
  }: {
    validFrom: string | null
    validUntil: string | null
  }) => holdsOn({ from: validFrom ?? undefined, until: validUntil ?? undefined }, day)
  const services = new Map(
    rules.services.filter(isInForce).map(({ serviceId, slug }) => [serviceId, slug]),
  )
  return {
    timeZone: rules.administration.timeZone,
    languages: rules.administration.languages,
    spokenLanguages: spokenLanguagesOf(rules, day).map(({ code }) => code),
    kinds: openKinds(rules.regime, rules.authorisations, day),
    centres: rules.centres.filter(isInForce).map(({ slug, serviceIds }) => ({
      slug,
      services: serviceIds.flatMap((id) => services.get(id) ?? []),
    })),
    motives: rulesOn(rules.regime.motives, day).map(({ code }) => code),
    documentTypes: rulesOn(rules.regime.documentTypes, day),
    officialIds: new Set(rules.officials.map(({ officialId }) => officialId)),
    sendsTexts,
  }
}

/** Who hands a filing in: anybody, somebody led by a printed link of ours, an enrolled tablet, a member of staff. */
export type Filer = 'public' | 'link' | 'device' | 'staff'

const CHANNELS_OF: Readonly<Record<Exclude<Filer, 'staff'>, readonly string[]>> = {
  public: ['web', 'api'],
  link: ['web', 'qr'],
  device: ['tablet'],
}

/** Everything that the rules of the day hold against a filing, each with its field; empty when it can be taken. */
export function problemsUnderRules(
  filing: FilingInput,
  rules: FilingRules,
  now: Date,
  filer: Filer,
): FieldProblem[] {
  return [
    ...kindProblems(filing, rules),
    ...placeProblems(filing, rules),
    ...motiveProblems(filing, rules),
    ...dateProblems(filing, rules, now),
    ...documentProblems(filing, rules),
    ...answerProblems(filing, rules),
    ...channelProblems(filing, filer),
    ...languageProblems(filing, rules),
  ]
}

function kindProblems(filing: FilingInput, rules: FilingRules): FieldProblem[] {
  const kind = rules.kinds.find(({ code }) => code === filing.kind)
  if (!kind) return [{ field: '/kind', code: 'unknown' }]
  return kind.requires
    .filter((requirement) => !isMet(requirement, filing))
    .map((requirement) => {
      const [field = requirement] = requirement.split('|')
      const isDeclined = field === '/answerBy' && filing.answerBy === 'none'
      return { field, code: isDeclined ? 'way_to_answer_needed' : 'required' }
    })
}

/** `/person/names|/person/legalName` is met by either; no answer at all is no way to answer. */
function isMet(requirement: string, filing: FilingInput): boolean {
  return requirement.split('|').some((pointer) => {
    const value = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (inner, key) => (isRecord(inner) ? inner[key] : undefined),
        withMotives(filing),
      )
    return (
      value !== undefined &&
      value !== null &&
      value !== '' &&
      value !== false &&
      !(pointer === '/answerBy' && value === 'none') &&
      !(Array.isArray(value) && value.length === 0)
    )
  })
}

function withMotives(filing: FilingInput): Record<string, unknown> {
  return { ...filing, motive: motivesOf(filing)[0], motives: motivesOf(filing) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function placeProblems(filing: FilingInput, rules: FilingRules): FieldProblem[] {
  const centre = rules.centres.find(({ slug }) => slug === filing.centre)
  if (!centre) return [{ field: '/centre', code: 'unknown' }]
  if (filing.service && !centre.services.includes(filing.service))
    return [{ field: '/service', code: 'unknown' }]
  const strangers = (filing.officials ?? []).filter((id) => !rules.officialIds.has(id))
  return strangers.length > 0 ? [{ field: '/officials', code: 'unknown' }] : []
}

function motiveProblems(filing: FilingInput, rules: FilingRules): FieldProblem[] {
  return motivesOf(filing).some((motive) => !rules.motives.includes(motive))
    ? [{ field: filing.motive ? '/motive' : '/motives', code: 'unknown' }]
    : []
}

function dateProblems(filing: FilingInput, rules: FilingRules, now: Date): FieldProblem[] {
  if (!filing.occurredOn) return []
  if (filing.occurredOn > localDate(now, rules.timeZone))
    return [{ field: '/occurredOn', code: 'in_future' }]
  return filing.occurredOn < '1900-01-01' ? [{ field: '/occurredOn', code: 'not_valid' }] : []
}

function documentProblems(filing: FilingInput, rules: FilingRules): FieldProblem[] {
  const { documentType, documentNumber } = filing.person ?? {}
  if (!documentType)
    return documentNumber ? [{ field: '/person/documentType', code: 'required' }] : []
  const type = rules.documentTypes.find(({ code }) => code === documentType)
  if (!type) return [{ field: '/person/documentType', code: 'unknown' }]
  if (!documentNumber) return [{ field: '/person/documentNumber', code: 'required' }]
  const fits =
    !type.pattern || new RegExp(`^(?:${type.pattern})$`).test(normaliseDocument(documentNumber))
  return fits ? [] : [{ field: '/person/documentNumber', code: 'not_valid' }]
}

/** People write their documents with spaces, dots and hyphens. */
export function normaliseDocument(number: string): string {
  return number.replace(/[\s.-]/g, '').toUpperCase()
}

function answerProblems(filing: FilingInput, { sendsTexts }: FilingRules): FieldProblem[] {
  const answerBy = answerByOf(filing)
  if (answerBy === 'sms' && !sendsTexts) return [{ field: '/answerBy', code: 'way_not_offered' }]
  const needs = { email: '/person/email', sms: '/person/phone', post: '/person/address' } as const
  if (answerBy !== 'email' && answerBy !== 'sms' && answerBy !== 'post') return []
  if (!isMet(needs[answerBy], filing)) return [{ field: needs[answerBy], code: 'required' }]
  const refused = answerBy !== 'post' && filing.consents?.electronicNotice === false
  return refused ? [{ field: '/consents/electronicNotice', code: 'required' }] : []
}

function channelProblems(filing: FilingInput, filer: Filer): FieldProblem[] {
  const isClosed = filer !== 'staff' && !CHANNELS_OF[filer].includes(filing.channel ?? 'web')
  return filing.channel && isClosed ? [{ field: '/channel', code: 'staff_only' }] : []
}

function languageProblems(filing: FilingInput, rules: FilingRules): FieldProblem[] {
  const { language, spokenLanguage } = filing
  return [
    ...(language && !rules.languages.includes(language) ? ['/language'] : []),
    ...(spokenLanguage && !rules.spokenLanguages.includes(spokenLanguage)
      ? ['/spokenLanguage']
      : []),
  ].map((field) => ({ field, code: 'unknown' }))
}

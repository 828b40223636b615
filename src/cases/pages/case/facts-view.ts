import { formatDate, formatDateTime } from '../../../platform/i18n/index.ts'
import { findOutcome, inLanguage, sayLanguage } from '../../../regimes/index.ts'
import type { StoredOrigin } from '../../origin-store.ts'
import type { CasePerson } from '../../person-store.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseRoom } from './room.ts'

/** One line of the right column; nothing known, nothing shown. */
export interface Fact {
  key: { text: string }
  value: { text: string }
}

export interface FactGroup {
  id: string
  title: string
  facts: readonly Fact[]
}

type Line = readonly [key: string, value: string | null | undefined]

/** What is known of a case beside its words. */
export function factGroups(room: CaseRoom, file: CaseFile): FactGroup[] {
  const { t } = room.response.locals
  const group = (id: string, lines: readonly Line[]): FactGroup => ({
    id,
    title: t(`case-staff.facts.${id}`),
    facts: lines.flatMap(([key, value]) =>
      value ? [{ key: { text: t(`case-staff.fact.${key}`) }, value: { text: value } }] : [],
    ),
  })
  return [
    group('hands', handsOf(room, file)),
    group('matter', matterOf(room, file)),
    group('person', personOf(room, file.person)),
    group('routing', routingOf(room, file)),
    group('end', endOf(room, file)),
  ].filter(({ facts }) => facts.length > 0)
}

function handsOf({ item, book, response }: CaseRoom, { names }: CaseFile): Line[] {
  const { t } = response.locals
  return [
    ['handler', item.handlerId ? names.get(item.handlerId) : t('case-staff.no_handler')],
    ['unit', item.unitId && book.names.get(item.unitId)],
    ['desk', item.unitId ? null : t(`case-staff.desk.${item.desk}`)],
    ['priority', item.priority > 0 ? t(`routing.priority.${item.priority}`) : null],
    ['held', item.held ? t('case-staff.held') : null],
    ['restricted', item.restricted && t(`desk.flags.restricted_${item.restricted}`)],
  ]
}

function matterOf(room: CaseRoom, { origin, linkLabel }: CaseFile): Line[] {
  const { item, book, response, today } = room
  const { t, lang } = response.locals
  const kind = (code: string) =>
    inLanguage(book.regime.kinds.find((rule) => rule.code === code)?.label, lang) ?? code
  const motive = (code: string) =>
    inLanguage(book.regime.motives.find((rule) => rule.code === code)?.label, lang) ?? code
  const { timeZone } = book.administration
  const rule = book.regime.kinds.find(({ code }) => code === item.kind)
  const { ownTerms } = book
  const term = ownTerms.find(({ step, validFrom }) => step === 'answer' && validFrom <= today)
  return [
    ['kind', kind(item.kind)],
    ['kind_filed', item.kindFiled === item.kind ? null : kind(item.kindFiled)],
    ['motives', item.motives.map(motive).join('; ')],
    ['centre', book.names.get(item.centreId)],
    ['service', item.serviceId && book.names.get(item.serviceId)],
    ['channel', t(`cases.channel.${item.channel}`)],
    ['poster_link', linkLabel],
    ...(origin ? cameBy(room, origin) : []),
    ['registered', formatDateTime(item.registeredAt, lang, timeZone)],
    [
      'occurred',
      item.occurredOn &&
        [formatDate(item.occurredOn, lang), item.occurredTime].filter(Boolean).join(', '),
    ],
    [
      'regime',
      `${inLanguage(book.regime.name, lang)}, ${t('case-staff.version', { n: item.regimeVersion })}`,
    ],
    ['source', [rule?.source, term?.source].filter(Boolean).join('. ')],
  ]
}

/** Two times where they differ: when the person handed it over, and when the book had it. */
function cameBy({ item, book, response }: CaseRoom, origin: StoredOrigin): Line[] {
  const say = (instant: Date) =>
    formatDateTime(instant, response.locals.lang, book.administration.timeZone)
  const wasLater = (instant: Date) => say(instant) !== say(item.registeredAt)
  const { handedOverAt, clockFrom } = origin
  return [
    [
      item.channel === 'tablet' ? 'handed_over_tablet' : 'handed_over',
      wasLater(handedOverAt) ? say(handedOverAt) : null,
    ],
    ['clock_from', wasLater(handedOverAt) ? say(clockFrom) : null],
    ['provisional_number', origin.provisionalNumber],
    ['sheet_number', origin.sheetNumber],
    ['transferred_from', origin.transferredFrom],
  ]
}

function personOf({ item, book, response }: CaseRoom, person: CasePerson | null): Line[] {
  const { t, lang } = response.locals
  const type = book.regime.documentTypes.find(({ code }) => code === person?.documentType)
  const agreed = (['electronicNotice', 'resultsTold', 'quotation'] as const).filter(
    (consent) => item[consent],
  )
  return [
    ['names', nameOf(person) || t('case-staff.anonymous')],
    ['legal_name', person?.legalName],
    ['representative', person?.representative],
    [
      'document',
      [inLanguage(type?.label, lang) ?? person?.documentType, person?.documentNumber]
        .filter(Boolean)
        .join(' '),
    ],
    ['email', person?.email],
    ['phone', person?.phone],
    ['address', person?.address],
    ['language', languageName(item.language, lang)],
    ['spoken_language', item.spokenLanguage && sayLanguage(book.regime, item.spokenLanguage, lang)],
    [
      'support_needs',
      person?.supportNeeds?.map((need) => t(`filing.support.needs.${need}`)).join('; '),
    ],
    ['answer_by', t(`case-staff.answer_by.${item.answerBy}`)],
    [
      'consents',
      agreed.map((consent) => t(`case-staff.consent.${consent}`)).join('; ') ||
        t('case-staff.consent.none'),
    ],
  ]
}

export function nameOf(person: CasePerson | null): string {
  return [person?.names, person?.firstSurname, person?.secondSurname].filter(Boolean).join(' ')
}

function languageName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
}

function routingOf({ item, response }: CaseRoom, { ruleName }: CaseFile): Line[] {
  const { t } = response.locals
  return [
    ['rule', ruleName ?? t('case-staff.no_rule')],
    ['signals', item.signals.map((signal) => t(`routing.signal.${signal}`)).join(', ')],
  ]
}

function endOf({ item, book, response }: CaseRoom, { rating }: CaseFile): Line[] {
  const { t, lang } = response.locals
  const outcome = item.outcome && findOutcome(book.regime, item.kind, item.outcome)
  return [
    [
      'outcome',
      item.outcome && (inLanguage(outcome ? outcome.label : undefined, lang) ?? item.outcome),
    ],
    ['outside_body', item.outsideBody],
    ['outside_number', item.outsideNumber],
    [
      'rating',
      rating &&
        t('case-staff.rated', {
          resolved: t(`case-staff.resolved.${rating.resolved}`),
          satisfaction: rating.satisfaction,
        }),
    ],
  ]
}

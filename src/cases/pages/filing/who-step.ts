import type { FieldProblem } from '../../../platform/errors.ts'
import { inLanguage, rulesOn } from '../../../regimes/index.ts'
import { CONTACTS, type AskedOfPerson } from '../../asked-of-person.ts'
import type { AnswersGiven } from '../../filing-answers.ts'
import type { Typed } from '../typed-in.ts'
import { orNull, type Step } from './step.ts'
import { kindOf, regimeText, requires, type Visit } from './visit.ts'
import { askedOfPerson, isSomebodyAsked } from './who-is-asked.ts'

const OF_SELF = ['names', 'firstSurname', 'secondSurname'] as const
const OF_ORGANISATION = ['legalName', 'representative'] as const
const OF_DOCUMENT = ['documentType', 'documentNumber'] as const

/** Who writes; asked only where the kind must know it. */
export const whoStep: Step = {
  address: 'quien',
  name: 'who',
  isAsked: isSomebodyAsked,
  isAnswered: (visit) =>
    keysAsked(visit).some((key) => visit.answers[key] !== undefined) && !missingNames(visit),
  fields: (visit) => ['writesFor', ...allKeys(mayBeTold(visit))],
  fill: (visit) => ({
    writesFor: visit.answers.writesFor ?? 'self',
    ...Object.fromEntries(keysAsked(visit).map((key) => [key, visit.answers[key] ?? ''])),
  }),
  read(typed, visit) {
    const asked = mayBeTold(visit)
    const forOrganisation = asked.organisation && typed['writesFor'] === 'organisation'
    const given = Object.fromEntries(allKeys(asked).map((key) => [key, orNull(typed[key])]))
    const answers: AnswersGiven = {
      ...given,
      writesFor: forOrganisation ? 'organisation' : 'self',
    }
    return {
      answers,
      problems: askedOfPerson(visit).names ? nameProblems(typed, forOrganisation) : [],
    }
  },
  owns: (field, { answers }) =>
    field.startsWith('/person') &&
    !(field === '/person/names' && answers.writesFor === 'organisation'),
  tell(visit) {
    const given = keysAsked(visit).flatMap((key) => {
      const value = visit.answers[key]
      return value ? [[key, value] as const] : []
    })
    return given.length > 0 ? { person: Object.fromEntries(given) } : {}
  },
  show(visit, typed, errors) {
    const asked = kindOf(visit) ? askedOfPerson(visit) : whatWasTyped(typed)
    return {
      asked,
      forOrganisation: typed['writesFor'] === 'organisation',
      privacy: regimeText(visit, 'privacy_notice_short')?.text ?? null,
      privacyUrl: `/${visit.slug}/privacidad`,
      documentTypes: [
        { value: '', text: visit.t('filing.who.choose_document') },
        ...rulesOn(visit.rules.regime.documentTypes, visit.day).map(({ code, label }) => ({
          value: code,
          text: inLanguage(label, visit.language),
        })),
      ],
      field: (name: string) => ({
        name,
        value: typed[name],
        errorMessage: errors.fields[name],
        label: { text: labelOf(visit, name) },
      }),
    }
  },
  rows(visit) {
    const { answers, rules } = visit
    const asked = askedOfPerson(visit)
    const name = keysOfName(visit).map((key) => answers[key])
    const type = rules.regime.documentTypes.find(({ code }) => code === answers.documentType)
    const document = type
      ? `${inLanguage(type.label, visit.language)} ${answers.documentNumber ?? ''}`
      : ''
    return [
      ...(asked.names ? [{ row: 'name', value: name.filter(Boolean).join(' ') }] : []),
      ...(asked.document ? [{ row: 'document', value: document }] : []),
      ...asked.contacts.map((contact) => ({ row: contact, value: answers[contact] ?? '' })),
    ]
  },
}

/** While nobody knows what kind it is, such as when a visit was cut off, whatever was told is kept. */
function mayBeTold(visit: Visit): AskedOfPerson {
  return kindOf(visit) ? askedOfPerson(visit) : EVERYTHING
}

const EVERYTHING: AskedOfPerson = {
  names: true,
  organisation: true,
  document: true,
  contacts: CONTACTS,
}

function whatWasTyped(typed: Typed): AskedOfPerson {
  const isTyped = (keys: readonly string[]) => keys.some((key) => typed[key])
  return {
    names: isTyped([...OF_SELF, ...OF_ORGANISATION]),
    organisation: isTyped(OF_ORGANISATION),
    document: isTyped(OF_DOCUMENT),
    contacts: CONTACTS.filter((contact) => isTyped([contact])),
  }
}

function keysOfName({ answers }: Visit) {
  return answers.writesFor === 'organisation' ? OF_ORGANISATION : OF_SELF
}

function keysAsked(visit: Visit) {
  const asked = askedOfPerson(visit)
  return [
    ...(asked.names ? keysOfName(visit) : []),
    ...(asked.document ? OF_DOCUMENT : []),
    ...asked.contacts,
  ]
}

function allKeys(asked: AskedOfPerson) {
  return [
    ...(asked.names ? OF_SELF : []),
    ...(asked.organisation ? OF_ORGANISATION : []),
    ...(asked.document ? OF_DOCUMENT : []),
    ...asked.contacts,
  ]
}

function missingNames(visit: Visit): boolean {
  const { names, legalName, writesFor } = visit.answers
  return askedOfPerson(visit).names && !(writesFor === 'organisation' ? legalName : names)
}

/** Somebody must be addressed; whether the surnames must be known is for the regime to say. */
function nameProblems(typed: Typed, forOrganisation: boolean): FieldProblem[] {
  const needed = forOrganisation ? 'legalName' : 'names'
  return typed[needed] ? [] : [{ field: `/person/${needed}`, code: 'required' }]
}

const OPTIONAL_UNLESS_ASKED = new Set(['firstSurname', 'secondSurname', 'representative'])

function labelOf(visit: Visit, name: string): string {
  const label = visit.t(`filing.who.${name}`)
  const isOptional = OPTIONAL_UNLESS_ASKED.has(name) && !requires(visit, `/person/${name}`)
  return isOptional ? visit.t('filing.who.optional', { label }) : label
}

import { placeOf } from '../../../../src/cases/asked-of-person.ts'
import { inLanguage } from '../device/setup.ts'
import { fieldsAsked } from '../filing/compose-filing.ts'
import { CONTACTS, NAMES, ORGANISATION, type PersonField, type Visit } from '../filing/draft.ts'
import { personProblems } from '../filing/person-problems.ts'
import { askedOfPerson, isSomebodyAsked, requires } from '../filing/requirements.ts'
import { choices } from '../page/choices.ts'
import { el } from '../../offline/element.ts'
import { selectField } from '../page/fields.ts'
import { personField } from './person-field.ts'
import type { Row, Step, StepPage } from './step.ts'

/** Who writes; asked only where the kind must know it. */
export const whoStep: Step = {
  name: 'who',
  isAsked: isSomebodyAsked,
  title: ({ say }) => say('filing.who.title'),
  lead: ({ setup, language }) => inLanguage(setup.texts['privacy_notice_short'], language),
  build(visit, page) {
    const asked = askedOfPerson(visit)
    return [
      asked.names && names(visit, page),
      asked.document && documentFields(visit, page),
      asked.contacts.length > 0 && contacts(visit, page),
    ]
  },
  problems: personProblems,
  rows(visit) {
    const asked = askedOfPerson(visit)
    const { person } = visit.draft
    const of = (fields: readonly PersonField[]) =>
      fieldsAsked(visit)
        .filter((field) => fields.includes(field))
        .map((field) => person[field]?.trim())
        .filter(Boolean)
        .join(' ')
    const rows: Row[] = []
    if (asked.names) rows.push({ row: 'name', value: of([...NAMES, ...ORGANISATION]) })
    if (asked.document) rows.push({ row: 'document', value: sayDocument(visit) })
    return [...rows, ...asked.contacts.map((one) => ({ row: one, value: person[one] ?? '' }))]
  },
}

function sayDocument({ draft, setup, language }: Visit): string {
  const { documentType, documentNumber = '' } = draft.person
  const type = setup.documentTypes.find(({ code }) => code === documentType)
  return type ? `${inLanguage(type.label, language)} ${documentNumber}` : ''
}

function names(visit: Visit, page: StepPage): HTMLElement {
  const own = NAMES.map((field) => nameField(visit, page, field))
  if (!askedOfPerson(visit).organisation) return el('div', {}, ...own)
  const { say, draft } = visit
  return choices({
    name: 'writesFor',
    legend: say('filing.who.for'),
    value: draft.writesFor,
    choose: (value) => {
      draft.writesFor = value === 'organisation' ? 'organisation' : 'self'
    },
    choices: [
      { value: 'self', text: say('filing.who.for_self'), inside: own },
      {
        value: 'organisation',
        text: say('filing.who.for_organisation'),
        inside: ORGANISATION.map((field) => nameField(visit, page, field)),
      },
    ],
  })
}

const OPTIONAL_UNLESS_ASKED = ['firstSurname', 'secondSurname', 'representative']

function nameField(visit: Visit, page: StepPage, field: PersonField): HTMLElement {
  const name = visit.say(`filing.who.${field}`)
  const isOptional = OPTIONAL_UNLESS_ASKED.includes(field) && !requires(visit, `/person/${field}`)
  const label = isOptional ? visit.say('filing.who.optional', { label: name }) : name
  return personField(visit, page, field, { label })
}

function documentFields(visit: Visit, page: StepPage): HTMLElement {
  const { say, setup, language, draft } = visit
  return el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'field__label' }, say('filing.who.document')),
    selectField({
      id: 'documentType',
      label: say('filing.who.documentType'),
      value: draft.person.documentType,
      error: page.wrong('documentType'),
      options: [
        { value: '', text: say('filing.who.choose_document') },
        ...setup.documentTypes.map(({ code, label }) => ({
          value: code,
          text: inLanguage(label, language),
        })),
      ],
      change: (type) => {
        draft.person.documentType = type
      },
    }),
    personField(visit, page, 'documentNumber', { label: say('filing.who.documentNumber') }),
  )
}

function contacts(visit: Visit, page: StepPage): HTMLElement {
  const { say, draft } = visit
  const asked = askedOfPerson(visit).contacts
  return el(
    'fieldset',
    { class: 'field' },
    el('legend', { class: 'field__label' }, say('filing.who.contact')),
    asked.length > 1 && el('p', { class: 'hint' }, say('filing.who.contact_hint')),
    ...CONTACTS.filter((one) => asked.includes(one) && one !== placeOf(draft.answerBy)).map(
      (contact) => personField(visit, page, contact, { label: say(`filing.who.${contact}`) }),
    ),
  )
}

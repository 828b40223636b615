import { placeOf } from '../../../../src/cases/asked-of-person.ts'
import type { Problem } from '../page/problems.ts'
import { fieldsAsked } from './compose-filing.ts'
import type { PersonField, Visit } from './draft.ts'
import { askedOfPerson, requires } from './requirements.ts'

const LONGEST: Readonly<Record<PersonField, number>> = {
  names: 120,
  firstSurname: 120,
  secondSurname: 120,
  legalName: 200,
  representative: 200,
  documentType: 60,
  documentNumber: 40,
  email: 254,
  phone: 40,
  address: 500,
}
const PHONE = /^[+\d][\d\s().-]{5,}$/
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** Whether what was written in a field can be what it says; nothing is said of an empty one. */
export function problemsOfField({ draft }: Visit, field: PersonField): Problem[] {
  const value = draft.person[field]?.trim() ?? ''
  if (value === '') return []
  const max = LONGEST[field]
  if (value.length > max) return [{ field, code: 'too_long', values: { max } }]
  if (field === 'email' && !EMAIL.test(value)) return [{ field, code: 'not_email' }]
  if (field === 'phone' && !PHONE.test(value)) return [{ field, code: 'not_phone' }]
  return []
}

/** What is missing or wrong of the person, as the book's own rules see it. */
export function personProblems(visit: Visit): Problem[] {
  const place = placeOf(visit.draft.answerBy)
  const fields = fieldsAsked(visit).filter((field) => field !== place)
  return [
    ...nameProblems(visit),
    ...documentProblems(visit, fields),
    ...contactProblems(visit),
    ...fields.flatMap((field) => problemsOfField(visit, field)),
  ]
}

function isEmpty({ draft }: Visit, field: PersonField): boolean {
  return !draft.person[field]?.trim()
}

function nameProblems(visit: Visit): Problem[] {
  const asked = askedOfPerson(visit)
  if (!asked.names) return []
  const isGroup = asked.organisation && visit.draft.writesFor === 'organisation'
  const needed: PersonField[] = isGroup ? ['legalName'] : ['names']
  for (const field of ['firstSurname', 'secondSurname'] as const)
    if (!isGroup && requires(visit, `/person/${field}`)) needed.push(field)
  if (isGroup && requires(visit, '/person/representative')) needed.push('representative')
  return needed
    .filter((field) => isEmpty(visit, field))
    .map((field) => ({ field, code: 'required' }))
}

function documentProblems(visit: Visit, fields: readonly PersonField[]): Problem[] {
  if (!fields.includes('documentType')) return []
  const { documentType = '', documentNumber = '' } = visit.draft.person
  const needs = (pointer: string) => requires(visit, `/person/${pointer}`)
  const isGiven = documentType !== '' || documentNumber.trim() !== ''
  if (!isGiven && !needs('documentType') && !needs('documentNumber')) return []
  if (documentType === '') return [{ field: 'documentType', code: 'required' }]
  const number = documentNumber.replace(/[\s.-]/g, '').toUpperCase()
  if (number === '') return [{ field: 'documentNumber', code: 'required' }]
  const rule = visit.setup.documentTypes.find(({ code }) => code === documentType)
  const fits = !rule?.pattern || new RegExp(`^(?:${rule.pattern})$`).test(number)
  return fits ? [] : [{ field: 'documentNumber', code: 'not_valid' }]
}

/** One way to be found is enough. */
function contactProblems(visit: Visit): Problem[] {
  const { contacts } = askedOfPerson(visit)
  const [first] = contacts
  return first && contacts.every((contact) => isEmpty(visit, contact))
    ? [{ field: first, code: 'required' }]
    : []
}

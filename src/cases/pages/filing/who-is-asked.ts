import { isReachedBy } from './answer-step.ts'
import { requirementsOf, requires, type Visit } from './visit.ts'

export const CONTACTS = ['email', 'phone', 'address'] as const
export type Contact = (typeof CONTACTS)[number]

/** What must be known of the person: only what the kind asks for in its regime, and no more. */
export interface AskedOfPerson {
  names: boolean
  organisation: boolean
  document: boolean
  /** Ways to reach the person besides the one by which the answer goes; one of them is enough. */
  contacts: readonly Contact[]
}

export function askedOfPerson(visit: Visit): AskedOfPerson {
  return {
    // a letter needs somebody to be addressed to
    names: requires(visit, '/person/names') || visit.answers.answerBy === 'post',
    organisation: requires(visit, '/person/legalName'),
    document: requires(visit, '/person/documentType') || requires(visit, '/person/documentNumber'),
    contacts: contactsAsked(visit),
  }
}

export function isSomebodyAsked(visit: Visit): boolean {
  const { names, document, contacts } = askedOfPerson(visit)
  return names || document || contacts.length > 0
}

function contactsAsked(visit: Visit): Contact[] {
  const open = requirementsOf(visit).filter(
    (alternatives) =>
      !alternatives.includes('/answerBy') &&
      !alternatives.some((pointer) => isReachedBy(visit, pointer)),
  )
  return CONTACTS.filter((contact) =>
    open.some((alternatives) => alternatives.includes(`/person/${contact}`)),
  )
}

/** What must be known of whoever files, by what the kind requires; on the web and on tablets alike. */

export const CONTACTS = ['email', 'phone', 'address'] as const
export type Contact = (typeof CONTACTS)[number]

/** Where the answer goes for each way that needs to know it. */
const PLACE_OF: Readonly<Record<string, Contact>> = {
  email: 'email',
  sms: 'phone',
  post: 'address',
}

export interface WhatIsRequired {
  /** Pointers into the filing; `a|b` is met by either. */
  requires: readonly string[]
  answerBy: string | undefined
}

/** Only what the kind asks for in its regime, and no more. */
export interface AskedOfPerson {
  names: boolean
  organisation: boolean
  document: boolean
  /** Ways to reach the person besides the one by which the answer goes; one of them is enough. */
  contacts: readonly Contact[]
}

export function whatIsAsked({ requires, answerBy }: WhatIsRequired): AskedOfPerson {
  const needs = (pointer: string) => isRequired(requires, pointer)
  return {
    // a letter needs somebody to be addressed to
    names: needs('/person/names') || answerBy === 'post',
    organisation: needs('/person/legalName'),
    document: needs('/person/documentType') || needs('/person/documentNumber'),
    contacts: contactsAsked(requires, placeOf(answerBy)),
  }
}

export function isSomebodyNeeded({ names, document, contacts }: AskedOfPerson): boolean {
  return names || document || contacts.length > 0
}

export function isRequired(requires: readonly string[], pointer: string): boolean {
  return requires.some((requirement) => waysToMeet(requirement).includes(pointer))
}

export function placeOf(answerBy: string | undefined): Contact | undefined {
  return answerBy === undefined ? undefined : PLACE_OF[answerBy]
}

function contactsAsked(requires: readonly string[], place: Contact | undefined): Contact[] {
  const open = requires
    .map(waysToMeet)
    .filter((ways) => !ways.includes('/answerBy') && !(place && ways.includes(`/person/${place}`)))
  return CONTACTS.filter((contact) => open.some((ways) => ways.includes(`/person/${contact}`)))
}

function waysToMeet(requirement: string): string[] {
  return requirement.split('|')
}

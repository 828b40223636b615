import { CONTACTS, kindOf, type Visit } from './draft.ts'

/** Where the answer goes for each way that needs to know it. */
const PLACE_OF: Readonly<Record<string, (typeof CONTACTS)[number]>> = {
  email: 'email',
  sms: 'phone',
  post: 'address',
}

/** Each requirement of the kind as the pointers of which one is enough. */
function requirementsOf(visit: Visit): string[][] {
  return (kindOf(visit)?.requires ?? []).map((requirement) => requirement.split('|'))
}

export function requires(visit: Visit, pointer: string): boolean {
  return requirementsOf(visit).some((ways) => ways.includes(pointer))
}

/** What must be known of the person: only what the kind asks for, and no more. */
export interface AskedOfPerson {
  names: boolean
  organisation: boolean
  document: boolean
  /** Ways to reach the person besides the one by which the answer goes; one of them is enough. */
  contacts: readonly (typeof CONTACTS)[number][]
}

export function askedOfPerson(visit: Visit): AskedOfPerson {
  return {
    // a letter needs somebody to be addressed to
    names: requires(visit, '/person/names') || visit.draft.answerBy === 'post',
    organisation: requires(visit, '/person/legalName'),
    document: requires(visit, '/person/documentType') || requires(visit, '/person/documentNumber'),
    contacts: contactsAsked(visit),
  }
}

export function isSomebodyAsked(visit: Visit): boolean {
  const { names, document, contacts } = askedOfPerson(visit)
  return names || document || contacts.length > 0
}

export function placeOf(way: string | undefined): (typeof CONTACTS)[number] | undefined {
  return way === undefined ? undefined : PLACE_OF[way]
}

/** No way at all only where the kind needs none. */
export function waysOf(visit: Visit): string[] {
  return visit.setup.answerWays.filter((way) => way !== 'none' || !requires(visit, '/answerBy'))
}

function contactsAsked(visit: Visit): (typeof CONTACTS)[number][] {
  const place = placeOf(visit.draft.answerBy)
  const open = requirementsOf(visit).filter(
    (ways) => !ways.includes('/answerBy') && !(place && ways.includes(`/person/${place}`)),
  )
  return CONTACTS.filter((contact) => open.some((ways) => ways.includes(`/person/${contact}`)))
}

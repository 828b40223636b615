import { FIRST_PREVIOUS_HASH, hashEvent, hashFiling, hashSeal } from './event-hash.ts'
import type { StoredEvent } from './event-store.ts'
import type { StoredFiling } from './book-chain-store.ts'

/** Something that does not hold in a book: where, and what. */
export interface Fault {
  caseNumber: string
  what:
    | 'filing_missing'
    | 'number_missing'
    | 'filing_changed'
    | 'filing_unchained'
    | 'history_missing'
    | 'step_missing'
    | 'step_changed'
    | 'step_unchained'
    | 'case_missing'
    | 'case_differs'
    | 'content_changed'
    | 'head_differs'
    | 'batch_missing'
    | 'batch_changed'
    | 'legacy_case_changed'
    | 'seal_unread'
    | 'report_missing'
    | 'report_changed'
  position: number
}

/** What one link must agree with in the link before it. */
export interface Link {
  position: number
  /** Of the last case before it. */
  caseNumber: string | null
  hash: Buffer
}

export const BEGINNING: Link = { position: 0, caseNumber: null, hash: FIRST_PREVIOUS_HASH }

/** Whether a filing follows the one before it without a gap and says what its link promised. */
export function filingFaults(filing: StoredFiling, before: Link): Fault[] {
  const { caseNumber, position } = filing
  const fault = (what: Fault['what']): Fault => ({ caseNumber, what, position })
  return [
    ...(position === before.position + 1 ? [] : [fault('filing_missing')]),
    ...(filing.link !== 'case' || followsNumber(caseNumber, before.caseNumber)
      ? []
      : [fault('number_missing')]),
    ...(filing.previousHash.equals(before.hash) ? [] : [fault('filing_unchained')]),
    ...(filing.hash.equals(hashOf(filing)) ? [] : [fault('filing_changed')]),
  ]
}

function hashOf(filing: StoredFiling): Buffer {
  const { link, position, caseNumber, registeredAt, eventHash, previousHash } = filing
  if (link === 'case') return hashFiling(filing, previousHash)
  const sealed = { link, position, name: caseNumber, at: registeredAt, seal: eventHash }
  return hashSeal(sealed, previousHash)
}

/** What the next link must agree with. */
export function linkOf(filing: StoredFiling, before: Link): Link {
  const { position, hash, link, caseNumber } = filing
  return { position, hash, caseNumber: link === 'case' ? caseNumber : before.caseNumber }
}

/** The next number of the same year, or the first of a later one. */
function followsNumber(caseNumber: string, before: string | null): boolean {
  const [year, number] = yearAndNumber(caseNumber)
  if (before === null) return number === 1
  const [yearBefore, numberBefore] = yearAndNumber(before)
  return year === yearBefore ? number === numberBefore + 1 : year > yearBefore && number === 1
}

function yearAndNumber(caseNumber: string): [number, number] {
  const [, year, number] = /-(\d+)-(\d+)$/.exec(caseNumber) ?? []
  return [Number(year), Number(number)]
}

/** Whether the steps of a case follow each other from its filing on, none missing, none changed. */
export function historyFaults(filing: StoredFiling, events: readonly StoredEvent[]): Fault[] {
  const { caseNumber } = filing
  const [first] = events
  if (!first) return [{ caseNumber, what: 'history_missing', position: 0 }]
  const faults: Fault[] = first.hash.equals(filing.eventHash)
    ? []
    : [{ caseNumber, what: 'step_unchained', position: 1 }]
  let previous: Buffer = FIRST_PREVIOUS_HASH
  events.forEach((event, index) => {
    const fault = (what: Fault['what']) =>
      faults.push({ caseNumber, what, position: event.position })
    if (event.position !== index + 1) fault('step_missing')
    if (!event.previousHash.equals(previous)) fault('step_unchained')
    if (!event.hash.equals(hashEvent(event, event.previousHash))) fault('step_changed')
    previous = event.hash
  })
  return faults
}

/**
 * The verifiable history. Every step of a case is chained to the one before, every filing to the filing
 * before it in its book; both hold commitments, never contents. Tables refuse update and delete.
 */
export { commitTo, isCommitmentTo, type Commitment } from './commitments.ts'
export {
  FIRST_PREVIOUS_HASH,
  canonicalJson,
  hashEvent,
  hashFiling,
  hashSeal,
  type BookFiling,
  type BookSeal,
  type EventCommitment,
  type Json,
  type LedgerEvent,
  type SealedLink,
} from './event-hash.ts'
export {
  appendEvent,
  eventRow,
  getEvent,
  listEvents,
  listEventsOf,
  listSteps,
  type Step,
  type StoredEvent,
} from './event-store.ts'
export { appendSeal, listFilings, type StoredFiling } from './book-chain-store.ts'
export {
  BEGINNING,
  filingFaults,
  historyFaults,
  linkOf,
  type Fault,
  type Link,
} from './verify-chain.ts'

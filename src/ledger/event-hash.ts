import { createHash } from 'node:crypto'

export const FIRST_PREVIOUS_HASH = Buffer.alloc(32)

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** One step of a case as the history keeps it: ids, codes and dates, and commitments instead of contents. */
export interface LedgerEvent {
  administrationId: string
  caseId: string
  position: number
  event: string
  happenedAt: Date
  actor: 'person' | 'staff' | 'system'
  accountId: string | null
  role: string | null
  fromState: string | null
  toState: string
  /** The regime and version that it was done under: `neutral@1`. */
  rule: string
  /** A code, never free text. */
  reason: string | null
  details: { readonly [key: string]: Json }
  commitments: readonly EventCommitment[]
}

export interface EventCommitment {
  kind: string
  id: string
  /** Hexadecimal. */
  commitment: string
}

/** SHA-256 over the event as a JSON array with sorted keys, the hash of the one before it at the end. */
export function hashEvent(event: LedgerEvent, previousHash: Buffer): Buffer {
  const content = [
    'libro-abierto/event/1',
    event.administrationId,
    event.caseId,
    event.position,
    event.event,
    event.happenedAt.toISOString(),
    event.actor,
    event.accountId,
    event.role,
    event.fromState,
    event.toState,
    event.rule,
    event.reason,
    inOrder(event.details),
    event.commitments.map(({ kind, id, commitment }) => [kind, id, commitment]),
    previousHash.toString('hex'),
  ]
  return createHash('sha256').update(JSON.stringify(content), 'utf8').digest()
}

export interface BookFiling {
  position: number
  caseNumber: string
  registeredAt: Date
  eventHash: Buffer
}

/** The link of one filing in the chain of the book; the filing statement computes the same in SQL. */
export function hashFiling(filing: BookFiling, previousHash: Buffer): Buffer {
  const content = [
    'libro-abierto/filing/1',
    filing.position,
    filing.caseNumber,
    filing.registeredAt.toISOString(),
    filing.eventHash.toString('hex'),
    previousHash.toString('hex'),
  ].join('|')
  return createHash('sha256').update(content, 'utf8').digest()
}

/** What a book holds besides filings: books kept before it, and the reports signed about it. */
export type SealedLink = 'legacy_batch' | 'period_report'

export interface BookSeal {
  position: number
  link: SealedLink
  /** Such as DEMO-LB-0001. */
  name: string
  at: Date
  /** The hash of all that it stands for. */
  seal: Buffer
}

const SEALS: Readonly<Record<SealedLink, string>> = {
  legacy_batch: 'libro-abierto/legacy-batch/1',
  period_report: 'libro-abierto/period-report/1',
}

/** The link of something sealed as a whole: its seal in the place of a filing's first step. */
export function hashSeal({ link, position, name, at, seal }: BookSeal, previousHash: Buffer) {
  const content = [
    SEALS[link],
    position,
    name,
    at.toISOString(),
    seal.toString('hex'),
    previousHash.toString('hex'),
  ].join('|')
  return createHash('sha256').update(content, 'utf8').digest()
}

/** The same with the keys of every object in order; each step of each history passes here. */
function inOrder(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(inOrder)
  const entries = Object.entries(value as Readonly<Record<string, Json>>)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]),
  )
}

/** JSON with the keys of every object in order, so that what jsonb returns hashes the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

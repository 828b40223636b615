import { randomBytes } from 'node:crypto'
import type { LegacyCase } from './rows/legacy-case.ts'
import { commitmentOf, factsHash, rowHash } from './seal.ts'

export interface BatchOfLines {
  administrationId: string
  batchId: string
  source: string
}

/** The columns of a line, in its order. */
export const COPIED = [
  'administration_id',
  'legacy_id',
  'batch_id',
  'row_number',
  'legacy_number',
  'source',
  'source_number',
  'official_number',
  'kind',
  'channel',
  'state_told',
  'state',
  'outcome',
  'received_at',
  'received_on',
  'due_on',
  'answered_at',
  'answered_on',
  'closed_at',
  'closed_on',
  'centre_id',
  'centre_told',
  'service_id',
  'service_told',
  'unit_id',
  'unit_told',
  'motive',
  'language',
  'flags',
  'body',
  'cells',
  'salt',
  'commitment',
  'facts_hash',
  'row_hash',
] as const

const SALT_LETTERS = 32
const STOCK_BYTES = 24 * 1024

let stock = ''
let used = 0

/** Chance in hexadecimal, by the thousand: asked for each row, it would cost as much as all the hashing. */
function chance(letters: number): string {
  if (used + letters > stock.length) {
    stock = randomBytes(STOCK_BYTES).toString('hex')
    used = 0
  }
  used += letters
  return stock.slice(used - letters, used)
}

/** One case as COPY takes it. */
export function copyLine(batch: BatchOfLines, one: LegacyCase, legacyNumber: string): string {
  const salt = chance(SALT_LETTERS)
  const facts = factsHash(one)
  const commitment = commitmentOf(salt, one.text, one.cells)
  const hash = rowHash({ batchId: batch.batchId, row: one.row, legacyNumber }, facts, commitment)
  const values = [
    batch.administrationId,
    legacyId(batch.batchId, one.row),
    batch.batchId,
    one.row,
    legacyNumber,
    batch.source,
    one.sourceNumber,
    one.officialNumber,
    one.kind,
    one.channel,
    one.stateTold,
    one.state,
    one.outcome,
    one.receivedAt.toISOString(),
    one.receivedOn,
    one.dueOn,
    one.answeredAt?.toISOString() ?? null,
    one.answeredOn,
    one.closedAt?.toISOString() ?? null,
    one.closedOn,
    one.centre.id,
    one.centre.told,
    one.service.id,
    one.service.told,
    one.unit.id,
    one.unit.told,
    one.motive,
    one.language,
    `{${one.flags.join(',')}}`,
    one.text,
    JSON.stringify(one.cells),
  ]
  let line = ''
  for (const value of values) line += `${field(value)}\t`
  return `${line}${bytes(salt)}\t${bytes(commitment)}\t${bytes(facts)}\t${bytes(hash)}\n`
}

/** Grows with the row, so that the index grows at its end only. */
function legacyId(batchId: string, row: number): string {
  const at = row.toString(16).padStart(8, '0')
  const tail = chance(14)
  return `${batchId.slice(0, 8)}-${at.slice(0, 4)}-8${at.slice(4, 7)}-8${at.slice(7)}${tail.slice(0, 2)}-${tail.slice(2)}`
}

function bytes(hexadecimal: string): string {
  return `\\\\x${hexadecimal}`
}

const SPECIAL = /[\\\t\n\r]/
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
}

function field(value: string | number | null): string {
  if (value === null) return '\\N'
  const text = String(value)
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text
}

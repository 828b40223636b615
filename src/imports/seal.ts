import { createHash, hash } from 'node:crypto'
import type { LegacyCase } from './rows/legacy-case.ts'

/**
 * What a legacy case promises. The hash of its row holds every word of ours and a salted commitment to what
 * was told and to the row itself, so that these can be erased; the seal of a batch holds all its rows. Hashes
 * and salts are hexadecimal here: strings are hashed and written by the hundred thousand faster than bytes.
 */

export function commitmentOf(salt: string, text: string, cells: readonly string[]): string {
  return hash('sha256', salt + JSON.stringify([text, cells]))
}

/** What the row came to mean, apart from where it is kept: the same in another import of the same row. */
export function factsHash(facts: LegacyFactsOfRow): string {
  const content = [
    'libro-abierto/legacy-facts/1',
    facts.sourceNumber,
    facts.officialNumber,
    facts.kind,
    facts.channel,
    facts.stateTold,
    facts.state,
    facts.outcome,
    facts.receivedAt.toISOString(),
    facts.receivedOn,
    facts.dueOn,
    facts.answeredAt?.toISOString() ?? null,
    facts.answeredOn,
    facts.closedAt?.toISOString() ?? null,
    facts.closedOn,
    facts.centre.id,
    facts.centre.told,
    facts.service.id,
    facts.service.told,
    facts.unit.id,
    facts.unit.told,
    facts.motive,
    facts.language,
    facts.flags,
  ]
  return hash('sha256', JSON.stringify(content))
}

export type LegacyFactsOfRow = Omit<LegacyCase, 'row' | 'text' | 'cells'>

export interface KeptPlace {
  batchId: string
  row: number
  legacyNumber: string
}

export function rowHash(
  { batchId, row, legacyNumber }: KeptPlace,
  facts: string,
  commitment: string,
): string {
  const place = `libro-abierto/legacy-row/1|${batchId}|${row}|${legacyNumber}`
  return hash('sha256', `${place}|${facts}|${commitment}`)
}

export function openSeal() {
  const seal = createHash('sha256').update('libro-abierto/legacy-batch/1')
  return {
    add: (rowHashed: Buffer) => void seal.update(rowHashed),
    close: () => seal.digest(),
  }
}

import type { Selectable } from 'kysely'
import type { LegacyCaseTable } from './legacy-tables.ts'
import type { LegacyCase } from './rows/legacy-case.ts'

/** A legacy case as it is kept. */
export interface KeptLegacyCase extends Omit<LegacyCase, 'cells'> {
  legacyId: string
  batchId: string
  legacyNumber: string
  source: string
  /** Null once erased, as the salt is. */
  cells: readonly string[] | null
  salt: Buffer | null
  erasedOn: string | null
}

export function legacyFromRow(row: Selectable<LegacyCaseTable>): KeptLegacyCase {
  return {
    legacyId: row.legacy_id,
    batchId: row.batch_id,
    row: row.row_number,
    legacyNumber: row.legacy_number,
    source: row.source,
    sourceNumber: row.source_number,
    officialNumber: row.official_number,
    kind: row.kind,
    channel: row.channel,
    stateTold: row.state_told,
    state: row.state,
    outcome: row.outcome,
    receivedAt: row.received_at,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    answeredAt: row.answered_at,
    answeredOn: row.answered_on,
    closedAt: row.closed_at,
    closedOn: row.closed_on,
    centre: { id: row.centre_id, told: row.centre_told },
    service: { id: row.service_id, told: row.service_told },
    unit: { id: row.unit_id, told: row.unit_told },
    motive: row.motive,
    language: row.language,
    text: row.body,
    flags: row.flags,
    cells: row.cells,
    salt: row.salt,
    erasedOn: row.erased_on,
  }
}

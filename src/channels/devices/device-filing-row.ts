import type { Selectable } from 'kysely'
import type { DeviceFilingsTable } from './device-tables.ts'
import type { DeviceFiling } from './device-filing.ts'

export function filingFromRow(row: Selectable<DeviceFilingsTable>): DeviceFiling {
  const { case_number: caseNumber, kind, settled_at: registeredAt } = row
  return {
    administrationId: row.administration_id,
    itemId: row.item_id,
    deviceId: row.device_id,
    filingId: row.filing_id,
    isRepeat: row.is_repeat,
    sequence: row.sequence,
    keyId: row.key_id,
    sealed: row.sealed,
    madeClock: row.made_clock,
    receivedAt: row.received_at,
    handedOverAt: row.handed_over_at,
    tries: row.tries,
    outcome: row.outcome,
    reason: row.reason,
    settled:
      caseNumber !== null && kind !== null && registeredAt !== null
        ? { caseNumber, kind, registeredAt, dueOn: row.due_on }
        : null,
  }
}

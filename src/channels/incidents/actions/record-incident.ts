import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { insertIncident, type Incident } from '../incident-store.ts'

export type IncidentToRecord = Pick<
  Incident,
  'administrationId' | 'centreId' | 'serviceId' | 'what' | 'solution' | 'happenedAt' | 'recordedBy'
>

/** What was solved on the spot stays known, though nobody filed it. */
export async function recordIncident(
  { db }: Pick<System, 'db'>,
  told: IncidentToRecord,
  now: Date,
): Promise<Incident> {
  const incident = { ...told, incidentId: randomUUID(), recordedAt: now, caseNumber: null }
  const { administrationId, recordedBy: accountId, incidentId } = incident
  await inTransaction(db, async (tx) => {
    await insertIncident(tx, incident)
    const change = { administrationId, accountId, at: now, details: { incidentId } }
    await recordChange(tx, { ...change, action: 'incident_recorded' })
  })
  return incident
}

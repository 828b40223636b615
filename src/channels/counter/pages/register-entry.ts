import { randomUUID } from 'node:crypto'
import type { Response } from 'express'
import { fileCase, findReceipt, type FilingInput } from '../../../cases/index.ts'
import { Invalid } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import type { System } from '../../../system.ts'
import { updateIncidentFiled } from '../../incidents/incident-store.ts'
import { KEPT_FIELDS, type Entry } from '../entry-fields.ts'
import { originOf } from '../entry-rules.ts'
import type { CounterRoom } from './desk-room.ts'
import { showEntry } from './entry-view.ts'
import { markMail } from './mail-entry.ts'

/** An entry with which nothing is wrong. */
export interface ReadyEntry {
  filing: FilingInput
  handedOverAt: Date
}

/** Files it and goes on to the next sheet; the same form sent again is filed once. */
export async function registerEntry(
  system: System,
  response: Response,
  room: CounterRoom,
  entry: Entry,
  { filing, handedOverAt }: ReadyEntry,
): Promise<void> {
  const idempotencyKey = `counter:${entry.entry}`
  try {
    const { caseNumber } = await fileCase(
      system,
      {
        slug: room.slug,
        idempotencyKey,
        filing,
        filer: 'staff',
        draftId: entry.entry,
        origin: originOf(entry, handedOverAt, room.staff.accountId),
        ...(entry.channel === 'email' && { alongside: markMail(room, entry) }),
      },
      room.now,
    )
    if (isId(entry.incident)) {
      const { administrationId } = room
      const incident = { administrationId, incidentId: entry.incident }
      await updateIncidentFiled(system.db, incident, caseNumber)
    }
    response.redirect(303, nextEntryUrl(room, entry, caseNumber))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const filed = await findReceipt(system, room.administrationId, idempotencyKey)
    if (!filed) return showEntry(system, response, room, { entry, problems: error.problems })
    // somebody went back and typed the next sheet over this one
    const fresh = { ...entry, entry: randomUUID() }
    await showEntry(system, response, room, { entry: fresh, before: filed.caseNumber })
  }
}

function nextEntryUrl({ urls }: CounterRoom, entry: Entry, caseNumber: string): string {
  const kept = Object.fromEntries(KEPT_FIELDS.map((name) => [name, entry[name]]))
  return `${urls.entry}?${new URLSearchParams({ listo: caseNumber, ...kept }).toString()}`
}

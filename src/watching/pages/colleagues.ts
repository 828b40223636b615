import { listCaseReaders } from '../../cases/index.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { openSeenCase } from './case-room.ts'

/** Whom a note about a case may call, for the script that completes their names. */
export function sendColleagues(system: System): Page {
  return async (request, response) => {
    const { item, book, deed, today } = await openSeenCase(system, request, response)
    const readers = await listCaseReaders(system.db, book, item, today)
    const names = readers
      .filter(({ accountId, hidden }) => hidden === null && accountId !== deed.accountId)
      .map(({ name }) => name)
    response.set('Cache-Control', 'private, no-store').json({ names })
  }
}

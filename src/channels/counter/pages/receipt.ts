import { recordLook } from '../../../audit/index.ts'
import { drawReceipt } from '../../../cases/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { enterCounter } from './desk-room.ts'
import { findOwnEntry } from './own-entry.ts'

/** The receipt on paper, for whoever registered it to hand over. */
export function sendReceipt(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const caseNumber = String(request.params['caseNumber'])
    const own = await findOwnEntry(system, room, caseNumber, response)
    if (!own) throw new NotFound()
    const { administrationId, staff, now } = room
    const look = { administrationId, accountId: staff.accountId, caseId: own.caseId, at: now }
    await recordLook(system.db, { ...look, what: 'receipt' })
    response.set({
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `inline; filename="${caseNumber}.pdf"`,
    })
    response.type('pdf').send(await drawReceipt(own.receipt, response.locals))
  }
}

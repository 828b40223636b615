import { z } from 'zod'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { openVisit } from '../../door/visit.ts'
import { getOffice } from '../../office.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { answerOffice } from '../actions/answer-office.ts'
import { giveIdentity } from '../actions/give-identity.ts'
import { speakInClear } from '../actions/speak-in-clear.ts'
import { withdrawReport } from '../actions/withdraw.ts'
import {
  dialogueToWire,
  readWire,
  sayEvents,
  sayState,
  wireAuth,
  wireIdentity,
  wireMessage,
} from '../dialogue-wire.ts'
import { readDialogue } from '../read-dialogue.ts'
import { reportersReport } from '../reporters-report.ts'

const wireWords = z.strictObject({
  receipt: z.string().max(500),
  message: z.string().trim().min(1).max(20_000).optional(),
})

/** With `auth` the boxes of the dialogue; with the whole receipt, from another system, what they say. */
export function openDialogueApi(system: System): Page {
  return async (request, response) => {
    const { administrationId, t, slug } = await openVisit(system, request, response)
    const sealed = requireSealed(system)
    if (request.body && 'receipt' in (request.body as object)) {
      const { receipt, message } = readWire(wireWords, request.body)
      const office = await getOffice(system, slug, system.clock())
      const spoken = await speakInClear(sealed, office, receipt, { message })
      const { stored, opened } = spoken
      response.json({
        receivedOn: stored.report.receivedOn,
        state: stored.report.state,
        stateLabel: sayState(stored.report.state, t).label,
        events: sayEvents(stored, t),
        messages: opened.dialogue.messages.map(({ direction, body }, at) => ({
          day: stored.messages[at]?.day,
          from: direction === 'to_reporter' ? 'office' : 'reporter',
          text: (body as { text?: string } | null)?.text ?? null,
        })),
      })
      return
    }
    const { auth } = readWire(wireAuth, request.body)
    const stored = await inSealedTransaction(sealed, administrationId, async (tx) =>
      readDialogue(tx, await reportersReport(tx, auth)),
    )
    response.json(dialogueToWire(stored, t))
  }
}

export function postMessage(system: System): Page {
  return async (request, response) => {
    const { slug } = await openVisit(system, request, response)
    const { auth, files, ...message } = readWire(wireMessage, request.body)
    const claims = files.map(({ id, secret }) => ({ uploadId: id, secret }))
    const sent = { ...message, files: claims }
    const office = await getOffice(system, slug, system.clock())
    await answerOffice(requireSealed(system), office, auth, sent)
    response.status(204).end()
  }
}

export function postIdentity(system: System): Page {
  return async (request, response) => {
    const { administrationId, day } = await openVisit(system, request, response)
    const { auth, ...boxes } = readWire(wireIdentity, request.body)
    await giveIdentity(requireSealed(system), administrationId, auth, boxes, day)
    response.status(204).end()
  }
}

export function postWithdrawal(system: System): Page {
  return async (request, response) => {
    const { slug } = await openVisit(system, request, response)
    const { auth } = readWire(wireAuth, request.body)
    const office = await getOffice(system, slug, system.clock())
    await withdrawReport(requireSealed(system), office, auth)
    response.status(204).end()
  }
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readForm, type Page } from '../../../platform/web/index.ts'
import { optionalLine, words } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { takeNotes } from '../actions/take-notes.ts'
import { NOTE_KINDS } from '../evaluation.ts'
import { openToMark } from './evaluation.ts'

const LONGEST = 4000

const note = z.object({
  words: words(LONGEST),
  kind: z.enum(NOTE_KINDS).catch('observation'),
  elementId: optionalLine(60).transform((text) => text || null),
})

/** A note written with network, by hand. */
export function sendNote(system: System): Page {
  return async (request, response) => {
    const { room, evaluation } = await openToMark(system, request, response)
    const { values } = readForm(request, note)
    const { evaluationId } = evaluation
    if (values && values.words !== '') {
      const kept = { ...values, noteId: randomUUID(), notedAt: room.deed.at, state: null }
      await takeNotes(system, room.deed, evaluationId, [kept])
    }
    response.redirect(303, room.there(room.urls.evaluation(evaluationId)))
  }
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { optionalLine, readForm, words, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { takeNote } from '../actions/take-note.ts'
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
      await takeNote(system, room.deed, evaluationId, { ...values, noteId: randomUUID() })
    }
    response.redirect(303, room.there(room.urls.evaluation(evaluationId)))
  }
}

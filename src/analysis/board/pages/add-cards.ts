import { z } from 'zod'
import { Invalid } from '../../../platform/errors.ts'
import {
  numberWithin,
  optionalLine,
  readForm,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listCodes, readCoded } from '../../words/index.ts'
import { addCards, openBoard } from '../actions/open-board.ts'
import { LONGEST_NOTE, MOST_CARDS, VOTES_EACH } from '../board.ts'
import { listCards } from '../card-store.ts'
import { chooseCards } from '../choose-cards.ts'
import { returnDone, show } from './board.ts'
import { enterRoom, type Room } from './room.ts'

const ALL = 'all'
const opening = z.object({
  code: optionalLine(40),
  votesEach: numberWithin(VOTES_EACH.least, VOTES_EACH.most),
})
const adding = z.object({ code: optionalLine(40), note: words(LONGEST_NOTE) })

export function sendOpening(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { values, problems } = readForm(request, opening)
    if (!values) return show(system, request, response, room, { problems })
    const segmentIds = await chosenIdeas(system, room, values.code || ALL, MOST_CARDS)
    const { corpusId } = room.corpus
    await openBoard(system, room.deed, { corpusId, votesEach: values.votesEach, segmentIds })
    returnDone(response, room, 'opened')
  }
}

/** More ideas of a code, or a note, or both. */
export function sendCards(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { values, problems } = readForm(request, adding)
    if (!values) return show(system, request, response, room, { problems })
    const there = await listCards(system.db, room.whose)
    const space = MOST_CARDS - there.length - (values.note === '' ? 0 : 1)
    const known = new Set(there.map(({ segmentId }) => segmentId))
    const ideas =
      values.code === ''
        ? []
        : await chosenIdeas(system, room, values.code, Number.MAX_SAFE_INTEGER)
    const segmentIds = ideas.filter((id) => !known.has(id)).slice(0, Math.max(0, space))
    const note = values.note || null
    try {
      await addCards(system, room.deed, room.corpus.corpusId, { segmentIds, note })
      returnDone(response, room, 'added')
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, { problems: error.problems })
    }
  }
}

async function chosenIdeas(
  { db }: System,
  { whose, corpus }: Room,
  code: string,
  room: number,
): Promise<string[]> {
  const codes = await listCodes(db, whose.administrationId, corpus.frameId)
  const segments = await readCoded(db, whose)
  return chooseCards(segments, codes, code === ALL ? null : code, room)
}

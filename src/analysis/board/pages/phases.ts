import { z } from 'zod'
import { Invalid } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { readForm, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { callPhase, castVotes } from '../actions/call-phase.ts'
import { PHASES } from '../board.ts'
import { returnDone, show } from './board.ts'
import { enterRoom } from './room.ts'

const phases = z.object({ from: z.enum(PHASES, 'unknown'), to: z.enum(PHASES, 'unknown') })
const VOTE = 'vote-'

export function sendPhase(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { values, problems } = readForm(request, phases)
    if (!values) return show(system, request, response, room, { problems })
    await callPhase(system, room.deed, { corpusId: room.corpus.corpusId, ...values })
    returnDone(response, room, 'phase')
  }
}

export function sendVotes(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    try {
      const votes = votesIn((request.body ?? {}) as Record<string, unknown>)
      await castVotes(system, room.deed, room.corpus.corpusId, votes)
      returnDone(response, room, 'voted')
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, { problems: error.problems })
    }
  }
}

/** What was typed beside each group; an empty field gives none. */
function votesIn(body: Record<string, unknown>): Map<string, number> {
  return new Map(
    Object.entries(body)
      .filter(([name]) => name.startsWith(VOTE) && isId(name.slice(VOTE.length)))
      .map(([name, value]) => [name.slice(VOTE.length), numberOf(value)]),
  )
}

function numberOf(value: unknown): number {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? 0 : Number(text)
}

import type { Request } from 'express'
import { z } from 'zod'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import { idIn, line, numberWithin, readForm, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { dissolveGroup, nameGroup } from '../actions/name-group.ts'
import { LONGEST_SENTENCE, type Group } from '../board.ts'
import { returnDone, show } from './board.ts'
import { enterRoom, type Room } from './room.ts'

const version = numberWithin(1, 1_000_000_000)
const naming = z.object({ sentence: line(LONGEST_SENTENCE), version })
const dissolving = z.object({ version })

export function sendName(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { values, problems } = readForm(request, naming)
    if (!values) return showProblems(problems)
    const seen = seenGroup(request, room, values.version)
    try {
      const { changed, group } = await nameGroup(system, room.deed, seen, values.sentence)
      if (changed) return returnDone(response, room, 'named')
      await show(system, request, response, room, { conflicts: [meanwhile(group, room)] })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await showProblems(error.problems)
    }

    /** Beside the group's own field: the page has one for each. */
    function showProblems(found: readonly FieldProblem[]): Promise<void> {
      const shown = found.map((one) => ({
        ...one,
        field: `${one.field}-${numberIn(request)}`,
        text: `board.problems.${one.field}.${one.code}`,
      }))
      return show(system, request, response, room, { problems: shown })
    }
  }
}

export function sendDissolution(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { values, problems } = readForm(request, dissolving)
    if (!values) return show(system, request, response, room, { problems })
    const seen = seenGroup(request, room, values.version)
    const { changed, group } = await dissolveGroup(system, room.deed, seen)
    if (changed || group.dissolved) return returnDone(response, room, 'dissolved')
    await show(system, request, response, room, { conflicts: [meanwhile(group, room)] })
  }
}

function seenGroup(request: Request, { corpus: { corpusId } }: Room, seenVersion: number) {
  return { corpusId, groupId: idIn(request, 'groupId'), version: seenVersion }
}

/** What somebody else made of the group. */
function meanwhile({ number, sentence, dissolved }: Group, { t }: Room): string {
  return dissolved
    ? t('board.group_dissolved', { number })
    : t('board.named_meanwhile', { number, sentence })
}

function numberIn(request: Request): string {
  const { number } = (request.body ?? {}) as Record<string, unknown>
  return typeof number === 'string' && /^\d{1,6}$/.test(number) ? number : ''
}

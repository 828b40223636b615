import type { Request, Response } from 'express'
import type { Db } from '../../../platform/database/connection.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, render, typedIn, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { inTree, listCodes, listSegmentTexts, readCoded } from '../../words/index.ts'
import { mayMove, phasesFrom, PHASES, VOTES_EACH, type Board } from '../board.ts'
import { findBoard, listVotes } from '../board-store.ts'
import { listCards } from '../card-store.ts'
import { listGroups } from '../group-store.ts'
import { boardView, codesOf } from './board-view.ts'
import { enterRoom, type Room } from './room.ts'

export function showBoard(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    await show(system, request, response, room)
  }
}

const DONE = ['opened', 'added', 'moved', 'named', 'dissolved', 'voted', 'phase'] as const
export type Done = (typeof DONE)[number]

/** Back to the board after something was done. */
export function returnDone(response: Response, { urls }: Room, done: Done): void {
  response.redirect(303, `${urls.board}?hecho=${done}`)
}

interface Told {
  problems?: readonly FieldProblem[]
  /** What somebody else did meanwhile, in sentences. */
  conflicts?: readonly string[]
}

/** The board as it stands now, with what could not be done to it. */
export async function show(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  { problems = [], conflicts = [] }: Told = {},
): Promise<void> {
  const { t, corpus, urls, mayLead } = room
  const done = DONE.find((each) => each === request.query.hecho)
  const board = await findBoard(system.db, room.whose)
  const codes = inTree(await listCodes(system.db, corpus.administrationId, corpus.frameId))
  const shared = {
    title: t('board.title'),
    question: corpus.question,
    error: problems.length > 0,
    errors: formErrors(response, problems, 'board.problems'),
    conflicts,
    done: done ? t(`board.done.${done}`) : null,
    backUrl: urls.corpus,
    codes: codes.flatMap(({ codeId, name, under }) => [
      { value: codeId, text: name },
      ...under.map((code) => ({ value: code.codeId, text: `${name}: ${code.name}` })),
    ]),
    typed: typedIn(request),
    script: 'board.js',
  }
  const status = statusOf(problems, conflicts)
  if (!board) {
    const opening = { ...shared, openUrl: mayLead ? urls.board : null, votes: VOTES_EACH }
    return render(response, 'analysis/board/opening', opening, { layout: 'staff', status })
  }
  const model = { ...shared, ...(await boardModel(system, room, board)) }
  render(response, 'analysis/board/board', model, { layout: 'staff', status })
}

function statusOf(problems: readonly FieldProblem[], conflicts: readonly string[]): number {
  if (problems.length > 0) return 422
  return conflicts.length > 0 ? 409 : 200
}

async function boardModel({ db }: System, room: Room, board: Board) {
  const { whose, t, urls, mayLead, mayWork, deed } = room
  const cards = await listCards(db, whose)
  const segmentIds = cards.flatMap(({ segmentId }) => segmentId ?? [])
  const texts = await listSegmentTexts(db, whose.administrationId, segmentIds)
  const groups = await listGroups(db, whose)
  const votes = await listVotes(db, whose)
  const view = boardView(
    { board, cards, groups, votes, texts },
    { t, urls, accountId: deed.accountId },
  )
  const codeOf = board.phase === 'closed' ? await codeNames(db, room) : new Map<string, string>()
  return {
    ...view,
    ranking: view.ranking.map((group) => ({
      ...group,
      codes: codesOf(cards, group.groupId, codeOf),
    })),
    phases: PHASES.map((phase) => ({
      text: t(`board.phase.${phase}.name`),
      current: phase === board.phase,
    })),
    calls: mayLead
      ? phasesFrom(board.phase).map((phase) => ({ phase, text: t(`board.phase.${phase}.call`) }))
      : [],
    mayMove: mayWork && mayMove(board.phase),
    mayWork,
    urls,
  }
}

/** The name of the code of each coded idea. */
async function codeNames(db: Db, { whose, corpus }: Room): Promise<Map<string, string>> {
  const codes = await listCodes(db, whose.administrationId, corpus.frameId)
  const names = new Map(codes.map(({ codeId, name }) => [codeId, name]))
  const segments = await readCoded(db, whose)
  return new Map(segments.map(({ segmentId, codeId }) => [segmentId, names.get(codeId) ?? '']))
}

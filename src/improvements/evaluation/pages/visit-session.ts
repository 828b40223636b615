import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import type { Evaluation } from '../evaluation.ts'
import { listMarks } from '../mark-store.ts'
import type { UndecidedItem, VisitSession } from '../tablet/index.ts'
import { isUndecided } from '../visit-item.ts'
import { listVisitItems } from '../visit-item-store.ts'
import { openVisit } from './open-visit.ts'

export function sendVisitSession(system: System): Page {
  return async (request, response) => {
    const { evaluation, deed } = await openVisit(system, response, request.query.evaluacion)
    response.set('Cache-Control', 'private, no-store')
    response.json({
      accountId: deed.accountId,
      token: response.locals.formTokens.issue(request, response),
      state: evaluation.state,
      undecided: await listUndecided(system, evaluation),
    } satisfies VisitSession)
  }
}

export async function listUndecided(
  { db }: Pick<System, 'db'>,
  evaluation: Evaluation,
): Promise<UndecidedItem[]> {
  const items = (await listVisitItems(db, evaluation)).filter(isUndecided)
  const marks = await listMarks(db, evaluation)
  return items.flatMap(({ itemId: id, elementId, state, words }) => {
    if (elementId === null || state === null) return []
    const mark = marks.find((one) => one.elementId === elementId)
    const here = mark ? { state: mark.state, words: mark.reason } : null
    return [{ id, elementId, tablet: { state, words }, here }]
  })
}

import { isDoorOpen } from '../../../corruption-reports/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { runningDueDate } from '../../case-clocks.ts'
import { getCaseById } from '../../case-store.ts'
import { getPublicStatus } from '../../public-status.ts'
import { findRating } from '../../rating-store.ts'
import { caseView, type Known } from './case-view.ts'
import { takeDone } from './done-cookie.ts'
import { askForSecret } from './enter.ts'
import type { TellFollower } from './tell-follower.ts'
import { openVisit, type Visit } from './visit.ts'

/** The case as its person follows it. */
export function showCase(system: System, tellers: readonly TellFollower[]): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!visit) return askForSecret(system, request, response)
    const known = await know(system, visit)
    const told = []
    for (const tell of tellers) told.push(await tell(visit))
    const view = caseView(visit, known, takeDone(request, response))
    render(response, 'cases/follow/case', {
      ...view,
      choices: [...view.choices, ...told.flatMap(({ choices }) => choices)],
      notes: told.flatMap(({ notes }) => notes),
    })
  }
}

async function know(system: System, { item, book, t, lang }: Visit): Promise<Known> {
  const { administrationId, caseId, linkedCaseId } = item
  return {
    status: await getPublicStatus(system, item, t, lang),
    rating: await findRating(system.db, administrationId, caseId),
    correctionDueOn: await runningDueDate(system.db, item, 'correction'),
    reviewDueOn: await runningDueDate(system.db, item, 'review'),
    doorOpen: item.doorOffered && (await isDoorOpen(system, book)),
    linkedNumber:
      linkedCaseId === null
        ? null
        : (await getCaseById(system.db, administrationId, linkedCaseId)).caseNumber,
  }
}

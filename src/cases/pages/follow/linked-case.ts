import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepAnswers } from '../../actions/keep-answers.ts'
import { STATE_TYPE } from '../../case-states.ts'
import { makeOwner } from '../filing/visit.ts'
import { askForSecret } from './enter.ts'
import { casePath, linkedCasePath } from './follow-urls.ts'
import { openVisit, type Visit } from './visit.ts'

/** Another case about the same thing: what it means, and a button that begins it. */
export function showLinkedCase(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!visit) return askForSecret(system, request, response)
    const { caseNumber } = visit.item
    if (!mayFollow(visit)) return response.redirect(303, casePath(caseNumber))
    render(response, 'cases/follow/linked-case', {
      title: visit.t('follow.linked_case.title'),
      backUrl: casePath(caseNumber),
      caseNumber,
      action: linkedCasePath(caseNumber),
    })
  }
}

/** From here the person goes the ordinary way of a filing, which remembers what it follows. */
export function beginLinkedCase(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!visit) return askForSecret(system, request, response)
    const { item, book, now } = visit
    if (!mayFollow(visit)) return response.redirect(303, casePath(item.caseNumber))
    const owner = makeOwner(system, request, response, book)
    await keepAnswers(system, owner, { linkedCase: item.caseNumber }, now)
    response.redirect(303, `/${book.administration.slug}/nuevo`)
  }
}

/** Once the office has said its last word on the first one. */
function mayFollow({ item }: Visit): boolean {
  return STATE_TYPE[item.state] === 'answered' || STATE_TYPE[item.state] === 'ended'
}

import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { forgetAnswers } from '../../actions/keep-answers.ts'
import { knownOwner, openVisit } from './visit.ts'

/** Leaves nothing behind of what was typed. */
export function leave(system: System): Page {
  return async (request, response) => {
    const { rules, slug } = await openVisit(system, request, response)
    const owner = knownOwner(system, request, rules)
    if (owner) await forgetAnswers(system, owner)
    response.redirect(303, `/${slug}`)
  }
}

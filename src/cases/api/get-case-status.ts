import { NotFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { followCase } from '../follow-case.ts'
import { getPublicStatus } from '../public-status.ts'

/**
 * What the person of a case may know of it: `{ caseNumber, kind, state, stateLabel, dueOn,
 * dueExplanation, history: [{ at, event, label }], answer? }`. A wrong token and an unknown number
 * give the same 404.
 */
export function getCaseStatus(system: System): Page {
  return async (request, response) => {
    const [scheme, token] = (request.get('Authorization') ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new NotFound()
    const now = system.clock()
    const item = await followCase(system, String(request.params['caseNumber']), token, now)
    const status = await getPublicStatus(system, item, response.locals.t, response.locals.lang)
    response.set('Cache-Control', 'private, no-store').json({
      caseNumber: status.caseNumber,
      kind: status.kind,
      state: status.state,
      stateLabel: status.stateLabel,
      dueOn: status.dueOn,
      dueExplanation: status.dueExplanation,
      history: status.history.map(({ at, event, label }) => ({
        at: at.toISOString(),
        event,
        label,
      })),
      ...(status.answer && {
        answer: {
          outcome: status.answer.outcome,
          outcomeLabel: status.answer.outcomeLabel,
          text: status.answer.text,
          measures: status.answer.measures,
          issuedAt: status.answer.issuedAt.toISOString(),
        },
      }),
    })
  }
}

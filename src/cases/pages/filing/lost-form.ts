import type { ErrorRequestHandler } from 'express'
import { FormRefused } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { cameFromHere } from '../came-from-here.ts'
import { typedIn } from '../typed-in.ts'
import { isChanging } from './read-form.ts'
import { showStep } from './show-step.ts'
import { STEPS } from './steps.ts'
import { openVisit } from './visit.ts'

/**
 * A form whose session ended is shown again with what was typed, and nothing of it is kept until the
 * person sends it anew. What another site sent gets the ordinary refusal.
 */
export function keepTyped(system: System): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (!(error instanceof FormRefused) || !cameFromHere(system, request)) return next(error)
    const visit = await openVisit(system, request, response)
    const step = STEPS.find(({ address }) => request.path === `/${address}`)
    if (!step || step.fields(visit).length === 0) return next(error)
    showStep(response, step, visit, {
      typed: typedIn(request, step.fields(visit)),
      changing: isChanging(request),
      notice: visit.t('filing.session_ended'),
      status: 403,
    })
  }
}

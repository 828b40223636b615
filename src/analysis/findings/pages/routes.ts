import { Router } from 'express'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepCodersApart, reachingWords } from '../../words/index.ts'
import { finders, readers } from '../findings-policy.ts'
import { sendCases, sendFound, sendSearch, showCause } from './cause.ts'
import { showCauses } from './causes.ts'
import { showExperience } from './experience.ts'
import { showPareto } from './pareto.ts'
import { showQuotes } from './quotes.ts'
import { sendQuote, showTheme } from './theme.ts'
import { paths } from './urls.ts'

/** What was found in a corpus, as those who found it and those who decide read it. */
export function findingsRoutes(system: System): Router {
  const router = Router()
  const reading = reachingWords(...readers)
  const finding = reachingWords(...finders)
  const apart = keepCodersApart(system)
  addRoutes(router, [
    ['get', paths.pareto, reading, showPareto(system), apart],
    ['get', paths.experience, reading, showExperience(system), apart],
    ['get', paths.quotes, reading, showQuotes(system), apart],
    ['get', paths.theme, reading, showTheme(system), apart],
    ['post', paths.quote, finding, sendQuote(system), apart],
    ['get', paths.causes, reading, showCauses(system), apart],
    ['get', paths.cause, reading, showCause(system), apart],
    ['post', paths.cause, finding, sendSearch(system), apart],
    ['post', paths.found, finding, sendFound(system), apart],
    ['post', paths.cases, finding, sendCases(system), apart],
  ])
  return router
}

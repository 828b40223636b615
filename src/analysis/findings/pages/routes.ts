import { Router } from 'express'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { reachingWords } from '../../words/index.ts'
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
  addRoutes(router, [
    ['get', paths.pareto, reading, showPareto(system)],
    ['get', paths.experience, reading, showExperience(system)],
    ['get', paths.quotes, reading, showQuotes(system)],
    ['get', paths.theme, reading, showTheme(system)],
    ['post', paths.quote, finding, sendQuote(system)],
    ['get', paths.causes, reading, showCauses(system)],
    ['get', paths.cause, reading, showCause(system)],
    ['post', paths.cause, finding, sendSearch(system)],
    ['post', paths.found, finding, sendFound(system)],
    ['post', paths.cases, finding, sendCases(system)],
  ])
  return router
}

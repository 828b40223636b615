import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes, type Route } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import type { CountOpenCases } from '../handler-in-unit.ts'
import type { ListLastFilings } from '../preview-change.ts'
import { rulers as writers } from '../rule-policy.ts'
import { sendOrder, showRules } from './rule-list.ts'
import { enterKnown, enterNew, sendRule, showRule } from './rule-page.ts'
import { setValidity } from './switch-rule.ts'
import { sendTrial, showTrial } from './trial.ts'
import { paths } from './urls.ts'

const rulers = staffOf(...writers)

export const routingSection: Section = {
  text: 'routing.title',
  path: 'reglas-de-turno',
  roles: writers,
}

/** What the book tells of its cases. */
interface TellOfCases {
  countOpenCases: CountOpenCases
  listLastFilings: ListLastFilings
}

export function routingRoutes(
  system: System,
  { countOpenCases, listLastFilings: last }: TellOfCases,
): Router {
  const routes: readonly Route[] = [
    ['get', paths.list, rulers, showRules(system)],
    ['post', paths.list, rulers, sendRule(system, enterNew, last)],
    ['get', paths.add, rulers, showRule(system, enterNew)],
    ['get', paths.trial, rulers, showTrial(system)],
    ['post', paths.trial, rulers, sendTrial(system, countOpenCases)],
    ['post', paths.order, rulers, sendOrder(system, last)],
    ['get', paths.rule, rulers, showRule(system, enterKnown)],
    ['post', paths.rule, rulers, sendRule(system, enterKnown, last)],
    ['post', paths.validity, rulers, setValidity(system, last)],
  ]
  const router = Router()
  addRoutes(router, routes)
  return router
}

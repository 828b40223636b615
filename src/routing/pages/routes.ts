import { Router } from 'express'
import { staffOf, type Role, type Section } from '../../people/index.ts'
import { addRoutes, type Route } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import type { CountOpenCases } from '../handler-in-unit.ts'
import { sendChangedRule, showRule } from './change-rule.ts'
import { sendNewRule, showNewRule } from './new-rule.ts'
import { moveRuleInList, setValidity, showRules } from './rule-list.ts'
import { sendTrial, showTrial } from './trial.ts'
import { paths } from './urls.ts'

/** Whoever answers for the book, and who configures it; the trial shows invented texts only. */
const writers: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'system_admin']
const rulers = staffOf(...writers)

export const routingSection: Section = {
  text: 'routing.title',
  path: 'reglas-de-turno',
  roles: writers,
}

export function routingRoutes(system: System, countOpenCases: CountOpenCases): Router {
  const routes: readonly Route[] = [
    ['get', paths.list, rulers, showRules(system)],
    ['post', paths.list, rulers, sendNewRule(system)],
    ['get', paths.add, rulers, showNewRule(system)],
    ['get', paths.trial, rulers, showTrial(system)],
    ['post', paths.trial, rulers, sendTrial(system, countOpenCases)],
    ['get', paths.rule, rulers, showRule(system)],
    ['post', paths.rule, rulers, sendChangedRule(system)],
    ['post', paths.place, rulers, moveRuleInList(system)],
    ['post', paths.validity, rulers, setValidity(system)],
  ]
  const router = Router()
  addRoutes(router, routes)
  return router
}

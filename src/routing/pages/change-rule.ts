import type { Response } from 'express'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { changeRule } from '../actions/change-rule.ts'
import { getRule } from '../routing-rule-store.ts'
import { parseRule } from '../rule-input.ts'
import { enterRoom, ruleIdOf, type Room } from './room.ts'
import { fieldsOf, fieldsOfRule, renderRuleForm, type RuleFields } from './rule-form.ts'

export function showRule(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const rule = await getRule(system.db, room.deed.administrationId, ruleIdOf(request))
    showForm(response, room, rule.ruleId, fieldsOfRule(rule), [])
  }
}

export function sendChangedRule(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const ruleId = ruleIdOf(request)
    const again = (problems: readonly FieldProblem[]) =>
      showForm(response, room, ruleId, fieldsOf(request.body), problems)
    const { rule, problems } = parseRule(request.body)
    if (!rule) return again(problems)
    try {
      await changeRule(system.db, room.deed, ruleId, rule)
      response.redirect(303, `${room.urls.list}?hecho=changed#rule-${ruleId}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      again(error.problems)
    }
  }
}

function showForm(
  response: Response,
  room: Room,
  ruleId: string,
  fields: RuleFields,
  problems: readonly FieldProblem[],
): void {
  const title = response.locals.t('routing.form.change_title')
  renderRuleForm(response, room, { title, action: room.urls.rule(ruleId), fields, problems })
}

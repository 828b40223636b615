import type { Request, Response } from 'express'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { addRule } from '../actions/add-rule.ts'
import { parseRule } from '../rule-input.ts'
import { enterRoom, type Room } from './room.ts'
import { emptyFields, fieldsOf, renderRuleForm, type RuleFields } from './rule-form.ts'

export function showNewRule(system: System): Page {
  return async (_request, response) => {
    showForm(response, await enterRoom(system, response), emptyFields, [])
  }
}

export function sendNewRule(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { rule, problems } = parseRule(request.body)
    if (!rule) return showAgain(request, response, room, problems)
    try {
      const ruleId = await addRule(system.db, room.deed, rule)
      response.redirect(303, `${room.urls.list}?hecho=added#rule-${ruleId}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      showAgain(request, response, room, error.problems)
    }
  }
}

function showAgain(
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[],
): void {
  showForm(response, room, fieldsOf(request.body), problems)
}

function showForm(
  response: Response,
  room: Room,
  fields: RuleFields,
  problems: readonly FieldProblem[],
): void {
  const title = response.locals.t('routing.form.new_title')
  renderRuleForm(response, room, { title, action: room.urls.list, fields, problems })
}

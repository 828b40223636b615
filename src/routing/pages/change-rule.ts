import type { Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { sending, type FormPage, type Page } from '../../platform/web/index.ts'
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

/** Shown again only: fresh it is filled with what stands. */
const changePage = (system: System): FormPage<Room> => ({
  async enter(request, response) {
    const room = await enterRoom(system, response)
    await getRule(system.db, room.deed.administrationId, ruleIdOf(request))
    return room
  },
  show: (room, request, response, problems) =>
    showForm(response, room, ruleIdOf(request), fieldsOf(request.body), problems),
})

export function sendChangedRule(system: System): Page {
  return sending(changePage(system), async ({ deed, urls }, request) => {
    const ruleId = ruleIdOf(request)
    const { rule, problems } = parseRule(request.body)
    if (!rule) return problems
    await changeRule(system.db, deed, ruleId, rule)
    return `${urls.list}?hecho=changed#rule-${ruleId}`
  })
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

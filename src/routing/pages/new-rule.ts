import { sending, showing, type FormPage, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { addRule } from '../actions/add-rule.ts'
import { parseRule } from '../rule-input.ts'
import { enterRoom, type Room } from './room.ts'
import { emptyFields, fieldsOf, renderRuleForm } from './rule-form.ts'

const newRulePage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (room, request, response, problems) => {
    const title = response.locals.t('routing.form.new_title')
    const fields = problems.length > 0 ? fieldsOf(request.body) : emptyFields
    renderRuleForm(response, room, { title, action: room.urls.list, fields, problems })
  },
})

export function showNewRule(system: System): Page {
  return showing(newRulePage(system))
}

export function sendNewRule(system: System): Page {
  return sending(newRulePage(system), async ({ deed, urls }, request) => {
    const { rule, problems } = parseRule(request.body)
    if (!rule) return problems
    const ruleId = await addRule(system.db, deed, rule)
    return `${urls.list}?hecho=added#rule-${ruleId}`
  })
}

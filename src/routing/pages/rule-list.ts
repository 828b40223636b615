import type { Page } from '../../platform/web/index.ts'
import { render } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { moveRule } from '../actions/move-rule.ts'
import { switchOffRule, switchOnRule } from '../actions/switch-off-rule.ts'
import { listRules } from '../routing-rule-store.ts'
import { bookNames } from './book-names.ts'
import { enterRoom, ruleIdOf } from './room.ts'
import { ruleListView } from './rule-list-view.ts'

export function showRules(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, lang } = response.locals
    const rules = await listRules(system.db, room.deed.administrationId)
    const speech = { t, lang, names: bookNames(room.book, lang, t) }
    const model = ruleListView(rules, room, speech, request.query.hecho)
    render(response, 'routing/rules', model, { layout: 'staff' })
  }
}

export function moveRuleInList(system: System): Page {
  return async (request, response) => {
    const { deed, urls } = await enterRoom(system, response)
    const ruleId = ruleIdOf(request)
    const { direction } = (request.body ?? {}) as { direction?: unknown }
    await moveRule(system.db, deed, ruleId, direction === 'up' ? 'up' : 'down')
    response.redirect(303, `${urls.list}?hecho=moved#rule-${ruleId}`)
  }
}

export function setValidity(system: System): Page {
  return async (request, response) => {
    const { deed, urls, today } = await enterRoom(system, response)
    const ruleId = ruleIdOf(request)
    const { state } = (request.body ?? {}) as { state?: unknown }
    const change = state === 'on' ? switchOnRule : switchOffRule
    await change(system.db, deed, ruleId, today)
    const done = state === 'on' ? 'switched_on' : 'switched_off'
    response.redirect(303, `${urls.list}?hecho=${done}#rule-${ruleId}`)
  }
}

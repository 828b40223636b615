import type { Response } from 'express'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, typedIn, type Page } from '../../platform/web/index.ts'
import { lastVersion, settle } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { bookNames } from '../book-names.ts'
import type { ListLastFilings } from '../preview-change.ts'
import { getRule, listRules } from '../routing-rule-store.ts'
import type { RoutingRule } from '../routing-rule.ts'
import { ruleSentence } from '../rule-sentence.ts'
import { ruleSetting } from '../rule-setting.ts'
import { switchedOff, switchedOn } from '../rule-validity.ts'
import { reviewChange } from './review.ts'
import type { ReviewView } from './review-view.ts'
import { enterRoom, ruleIdOf, type Room } from './room.ts'

interface Asked {
  rule: RoutingRule
  isOn: boolean
  review: ReviewView
  problems: readonly FieldProblem[]
}

/** Switches a rule on or off; asks first where cases would then go where nobody meant. */
export function setValidity(system: System, listLastFilings: ListLastFilings): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { deed, urls, today } = room
    const [state, version = ''] = typedIn(request)('state').split(':')
    const isOn = state === 'on'
    const rule = await getRule(system.db, deed.administrationId, ruleIdOf(request))
    const value = isOn ? switchedOn(rule, today) : switchedOff(rule, today)
    const before = await listRules(system.db, deed.administrationId)
    const after = before.map((each) => (each.ruleId === rule.ruleId ? value : each))
    const change = { before, after, day: today }
    const { mayKeep, ...seen } = await reviewChange(system, listLastFilings, room, change, request)
    if (!mayKeep) return ask(system, room, response, { rule, isOn, ...seen })
    try {
      const settling = { id: rule.ruleId, version: Number(version) || 0, value }
      await settle(system, deed, ruleSetting, settling)
      const done = isOn ? 'switched_on' : 'switched_off'
      response.redirect(303, `${urls.list}?hecho=${done}#rule-${rule.ruleId}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const { problems } = error
      await ask(system, room, response, { rule, isOn, review: null, problems })
    }
  }
}

async function ask(
  { db }: System,
  { book, deed, urls, t, lang }: Room,
  response: Response,
  { rule, isOn, review, problems }: Asked,
): Promise<void> {
  const { ruleId, name } = rule
  const version = await lastVersion(db, deed.administrationId, ruleSetting.subject, ruleId)
  const model = {
    title: t(`routing.${isOn ? 'switch_on' : 'switch_off'}_title`, { name }),
    error: true,
    backUrl: urls.list,
    action: urls.validity(ruleId),
    state: `${isOn ? 'on' : 'off'}:${version}`,
    isOn,
    sentence: ruleSentence(rule, { t, lang, names: bookNames(book, lang, t) }),
    review,
    errors: formErrors(response, problems, 'routing.problems'),
  }
  render(response, 'routing/switch', model, { layout: 'staff' })
}

import type { Request, Response } from 'express'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, typedIn, type Page } from '../../platform/web/index.ts'
import { lastVersion, lastVersions } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { orderRules } from '../actions/put-in-order.ts'
import { bookNames } from '../book-names.ts'
import { ORDER, orderSetting } from '../order-setting.ts'
import { ruleSetting } from '../rule-setting.ts'
import { groundOf, type ListLastFilings } from '../preview-change.ts'
import { inOrder, movedOnce } from '../rule-order.ts'
import { listRules } from '../routing-rule-store.ts'
import type { RoutingRule } from '../routing-rule.ts'
import { fieldsOf, trialChoices } from './rule-form.ts'
import { reviewChange } from './review.ts'
import type { ReviewView } from './review-view.ts'
import { enterRoom, type Room } from './room.ts'
import { ruleListView } from './rule-list-view.ts'

/** The rules in an order that is not kept yet, and what came of asking about it. */
interface Draft {
  rules: readonly RoutingRule[]
  isDraft: boolean
  review: ReviewView
  problems: readonly FieldProblem[]
}

export function showRules(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const rules = await listRules(system.db, room.deed.administrationId)
    await show(system, room, request, response, {
      rules,
      isDraft: false,
      review: null,
      problems: [],
    })
  }
}

/** Moves a rule in what is not kept yet, tries the whole order, or keeps it. */
export function sendOrder(system: System, listLastFilings: ListLastFilings): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { deed, today, urls } = room
    const typed = typedIn(request)
    const before = await listRules(system.db, deed.administrationId)
    const [direction, moved = ''] = typed('move').split(':')
    const sent = inOrder(before, typed('order').split(' ')).map(({ ruleId }) => ruleId)
    const order = direction ? movedOnce(sent, moved, direction === 'up' ? 'up' : 'down') : sent
    const draft = { rules: inOrder(before, order), isDraft: true, review: null, problems: [] }
    if (direction) return show(system, room, request, response, draft)

    const change = { before, after: draft.rules, day: today }
    const { mayKeep, ...seen } = await reviewChange(system, listLastFilings, room, change, request)
    if (!mayKeep) return show(system, room, request, response, { ...draft, ...seen })
    try {
      await orderRules(system.db, deed, { order, version: Number(typed('version')) || 0 })
      response.redirect(303, `${urls.list}?hecho=moved`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const { problems } = error
      await show(system, room, request, response, { ...draft, problems })
    }
  }
}

async function show(
  { db }: System,
  room: Room,
  request: Request,
  response: Response,
  { rules, isDraft, review, problems }: Draft,
): Promise<void> {
  const { book, today, t, lang } = room
  const { administrationId } = room.deed
  const names = bookNames(book, lang, t)
  const error = problems.length > 0 || (review?.seen ?? '') !== ''
  const ground = await groundOf(db, book, today)
  const versions = await lastVersions(db, administrationId, ruleSetting.subject)
  const fields = fieldsOf(request.body)
  const model = {
    ...ruleListView(rules, room, { ground, versions }, { t, lang, names }, request.query['hecho']),
    version: await lastVersion(db, administrationId, orderSetting.subject, ORDER),
    isDraft,
    review,
    error,
    errors: formErrors(response, problems, 'routing.problems'),
    nobodyResponsible: !ground.people.responsible,
    trial: trialChoices(names),
    text: (name: string) => (typeof fields[name] === 'string' ? fields[name] : ''),
  }
  render(response, 'routing/rules', model, { layout: 'staff', status: error ? 422 : 200 })
}

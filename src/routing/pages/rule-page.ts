import type { Request, Response } from 'express'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { typedIn, type Page } from '../../platform/web/index.ts'
import { lastVersion } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { addRule } from '../actions/add-rule.ts'
import { changeRule } from '../actions/change-rule.ts'
import type { Change, ListLastFilings } from '../preview-change.ts'
import { getRule, listRules } from '../routing-rule-store.ts'
import type { RoutingRule } from '../routing-rule.ts'
import { parseRule, type RuleInput } from '../rule-input.ts'
import { withNewRule } from '../rule-order.ts'
import { problemsOfRule } from '../rule-problems.ts'
import { ruleSetting } from '../rule-setting.ts'
import { reviewChange } from './review.ts'
import type { ReviewView } from './review-view.ts'
import { enterRoom, ruleIdOf, type Room } from './room.ts'
import { emptyFields, fieldsOf, fieldsOfRule, renderRuleForm } from './rule-form.ts'

/** The form of one rule, new or known: tried, asked about where it would surprise, and kept. */
interface RuleRoom extends Room {
  rule: RoutingRule | null
  version: number
}

type Enter = (system: System, request: Request, response: Response) => Promise<RuleRoom>

/** Stands for the id of a rule that has none yet. */
const NEW = 'new'

export const enterNew: Enter = async (system, _request, response) => ({
  ...(await enterRoom(system, response)),
  rule: null,
  version: 0,
})

export const enterKnown: Enter = async (system, request, response) => {
  const room = await enterRoom(system, response)
  const { administrationId } = room.deed
  const rule = await getRule(system.db, administrationId, ruleIdOf(request))
  const { subject } = ruleSetting
  return {
    ...room,
    rule,
    version: await lastVersion(system.db, administrationId, subject, rule.ruleId),
  }
}

export function showRule(system: System, enter: Enter): Page {
  return async (request, response) => {
    show(await enter(system, request, response), request, response, [], null)
  }
}

export function sendRule(system: System, enter: Enter, listLastFilings: ListLastFilings): Page {
  return async (request, response) => {
    const room = await enter(system, request, response)
    const { rule: typed, problems } = parseRule(request.body)
    if (!typed) return show(room, request, response, problems, null)
    const wrong = problemsOfRule(typed, room.book)
    if (wrong.length > 0) return show(room, request, response, wrong, null)
    const change = await changeBy(system, room, typed)
    const reviewed = await reviewChange(system, listLastFilings, room, change, request)
    if (!reviewed.mayKeep) {
      return show(room, request, response, reviewed.problems, reviewed.review)
    }
    try {
      response.redirect(303, await keep(system, room, typed, request))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      show(room, request, response, error.problems, null)
    }
  }
}

/** A rule that begins later is tried as on its first day. */
async function changeBy(
  { db }: System,
  { rule, deed, today }: RuleRoom,
  typed: RuleInput,
): Promise<Change> {
  const before = await listRules(db, deed.administrationId)
  const { validFrom } = typed
  return {
    before,
    after: rule
      ? before.map((each) => (each.ruleId === rule.ruleId ? { ...each, ...typed } : each))
      : withNewRule(before, { ruleId: NEW, ...typed }, today),
    day: validFrom !== null && validFrom > today ? validFrom : today,
  }
}

async function keep(
  { db }: System,
  { rule, deed, urls }: RuleRoom,
  typed: RuleInput,
  request: Request,
): Promise<string> {
  if (!rule) return `${urls.list}?hecho=added#rule-${await addRule(db, deed, typed)}`
  const { ruleId } = rule
  const version = Number(typedIn(request)('version')) || 0
  await changeRule(db, deed, { rule: { ruleId, ...typed }, version })
  return `${urls.list}?hecho=changed#rule-${ruleId}`
}

function show(
  room: RuleRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
  review: ReviewView,
): void {
  const { rule, version, urls, t } = room
  const isSent = request.method === 'POST'
  const asItIs = rule ? fieldsOfRule(rule) : emptyFields
  const isLate = problems.some(({ code }) => code === 'changed_meanwhile')
  renderRuleForm(response, room, {
    title: t(`routing.form.${rule ? 'change' : 'new'}_title`),
    action: rule ? urls.rule(rule.ruleId) : urls.list,
    fields: isSent ? fieldsOf(request.body) : asItIs,
    problems,
    version,
    standing: isLate ? rule : null,
    review,
  })
}

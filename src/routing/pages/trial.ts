import type { Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import type { CountOpenCases } from '../handler-in-unit.ts'
import { tryFiling } from '../try-filing.ts'
import { bookNames } from '../book-names.ts'
import { enterRoom, type Room } from './room.ts'
import { fieldsOf, type RuleFields } from './rule-form.ts'
import { parseTrial } from './trial-input.ts'
import { trialView, type TrialView } from './trial-view.ts'

export function showTrial(system: System): Page {
  return async (_request, response) => {
    const room = await enterRoom(system, response)
    renderTrial(response, room, { channel: 'web' }, [], null)
  }
}

/** Nothing of what was typed is kept, so the answer comes with the form itself. */
export function sendTrial(system: System, countOpenCases: CountOpenCases): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, lang } = response.locals
    const fields = fieldsOf(request.body)
    const { filing, problems } = parseTrial(request.body, room.book)
    if (!filing) return renderTrial(response, room, fields, problems, null)
    const { db } = system
    const tried = await tryFiling(db, room.book, filing, room.deed.at, countOpenCases)
    const speech = { t, lang, names: bookNames(room.book, lang, t) }
    renderTrial(response, room, fields, [], trialView(tried, filing, room.book, speech))
  }
}

function renderTrial(
  response: Response,
  room: Room,
  fields: RuleFields,
  problems: readonly FieldProblem[],
  result: TrialView | null,
): void {
  const { t, lang } = response.locals
  const error = problems.length > 0
  const names = bookNames(room.book, lang, t)
  const none = { value: '', text: t('routing.trial.none') }
  const model = {
    title: t('routing.trial.title'),
    error,
    backUrl: room.urls.list,
    action: room.urls.trial,
    kinds: names.kind,
    centres: names.centre,
    services: [none, ...names.service],
    motives: [none, ...names.motive],
    channels: names.channel,
    languages: [none, ...names.language],
    text: (name: string) => (typeof fields[name] === 'string' ? fields[name] : ''),
    errors: formErrors(response, problems, 'routing.problems'),
    result,
  }
  render(response, 'routing/trial', model, { layout: 'staff', status: error ? 422 : 200 })
}

import type { Request, Response } from 'express'
import { z } from 'zod'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import {
  count,
  day,
  formErrors,
  line,
  readForm,
  render,
  typedIn,
  type Page,
  type ReadForm,
} from '../../platform/web/index.ts'
import { STEPS, inLanguage, rulesOn } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { openBook } from '../actions/open-book.ts'
import { recordAuthorisation } from '../actions/record-authorisation.ts'
import { setOwnTerm } from '../actions/set-own-term.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { rulesView } from './rules-view.ts'
import { worded } from './worded.ts'

const authorisation = z.object({ code: line(60), reference: line(200), grantedOn: day })

const ownTerm = z.object({
  step: z.enum(STEPS, 'unknown'),
  kind: line(60),
  days: count,
  unit: z.enum(['business', 'calendar', 'months'], 'unknown'),
  validFrom: day,
  source: line(300),
})

const DONE = new Set(['authorisation_recorded', 'own_term_set', 'book_opened'])

export function showRules(system: System): Page {
  return async (request, response) => {
    show(request, response, await enterRoom(system, response))
  }
}

export function takeAuthorisation(system: System): Page {
  return takeForm(system, authorisation, 'authorisation_recorded', ({ deed }, values) =>
    recordAuthorisation(system.db, deed, values),
  )
}

export function takeOwnTerm(system: System): Page {
  return takeForm(system, ownTerm, 'own_term_set', ({ deed }, values) =>
    setOwnTerm(system.db, deed, { ...values, validUntil: null }),
  )
}

export function takeOpening(system: System): Page {
  return takeForm(system, z.object({}), 'book_opened', ({ deed }) => openBook(system.db, deed))
}

/** Does what a form asks for, or shows the page again with what was typed and what is wrong. */
function takeForm<S extends z.ZodType>(
  system: System,
  schema: S,
  done: string,
  work: (room: Room, values: z.output<S>) => Promise<void>,
): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.maySet)
    const read: ReadForm<z.output<S>> = readForm(request, schema)
    if (!read.values) return show(request, response, room, read.problems)
    try {
      await work(room, read.values)
      response.redirect(303, `${room.urls.rules}?listo=${done}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      show(request, response, room, error.problems)
    }
  }
}

function show(
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[] = [],
): void {
  const { t, urls, maySet, today } = room
  const done = request.query.listo
  const model = {
    title: t('installation.title'),
    error: problems.length > 0,
    errors: formErrors(response, worded(problems)),
    notice: typeof done === 'string' && DONE.has(done) ? t(`installation.done.${done}`) : null,
    typed: typedIn(request),
    urls,
    maySet,
    today,
    choices: termChoices(room),
    ...rulesView(room),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'installation/rules', model, { status, layout: 'staff' })
}

function termChoices({ book, today, lang, t }: Room) {
  const kinds = rulesOn(book.regime.kinds, today)
  return {
    steps: STEPS.filter((step) => book.regime.terms.some((term) => term.step === step)).map(
      (step) => ({ value: step, text: t(`installation.step.${step}`) }),
    ),
    kinds: [
      { value: '*', text: t('installation.terms.all_kinds') },
      ...kinds.map(({ code, label }) => ({ value: code, text: inLanguage(label, lang) })),
    ],
    units: ['business', 'calendar', 'months'].map((unit) => ({
      value: unit,
      text: t(`installation.unit.${unit}`),
    })),
  }
}

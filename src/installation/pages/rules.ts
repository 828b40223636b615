import type { Request, Response } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  count,
  day,
  formAgain,
  line,
  render,
  sendingForm,
  showing,
  type FormPage,
  type Page,
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

const rulesPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show,
})

const rulesToSet = (system: System): FormPage<Room> => ({
  show,
  enter: async (_request, response) => {
    const room = await enterRoom(system, response)
    allow(room.maySet)
    return room
  },
})

export function showRules(system: System): Page {
  return showing(rulesPage(system))
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

function takeForm<S extends z.ZodType>(
  system: System,
  schema: S,
  done: string,
  work: (room: Room, values: z.output<S>) => Promise<void>,
): Page {
  return sendingForm(rulesToSet(system), schema, async (room, values) => {
    await work(room, values)
    return `${room.urls.rules}?listo=${done}`
  })
}

function show(
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): void {
  const { t, urls, maySet, today } = room
  const done = request.query.listo
  const model = {
    title: t('installation.title'),
    ...formAgain(response, worded(problems)),
    notice: typeof done === 'string' && DONE.has(done) ? t(`installation.done.${done}`) : null,
    urls,
    maySet,
    today,
    choices: termChoices(room),
    ...rulesView(room),
  }
  render(response, 'installation/rules', model, { layout: 'staff' })
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

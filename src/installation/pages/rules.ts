import type { Request, Response } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  day,
  formAgain,
  line,
  readForm,
  render,
  sendingForm,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { STEPS, inLanguage, rulesOn } from '../../regimes/index.ts'
import { lastVersions } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { openBook } from '../actions/open-book.ts'
import { recordAuthorisation } from '../actions/record-authorisation.ts'
import { checkOwnTerm, setOwnTerm } from '../actions/set-own-term.ts'
import { asksFirst, seenVersion, termPreview, typedTerm } from '../own-rules/pages/own-term-form.ts'
import { ownTermId, ownTermSetting } from '../own-rules/own-term-setting.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { rulesView } from './rules-view.ts'
import { worded } from './worded.ts'

const authorisation = z.object({ code: line(60), reference: line(200), grantedOn: day })

const DONE = new Set(['authorisation_recorded', 'own_term_set', 'book_opened'])

const rulesPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (room, request, response, problems) => show(system, room, request, response, problems),
})

const rulesToSet = (system: System): FormPage<Room> => ({
  ...rulesPage(system),
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

/** Shows first, where that is asked, what would change; nothing is kept then. */
export function takeOwnTerm(system: System): Page {
  return sendingForm(rulesToSet(system), typedTerm, async (room, values, request) => {
    const { deed, book, urls } = room
    const own = { ...values, validUntil: null }
    if (asksFirst(request)) {
      checkOwnTerm(book, own, deed.at)
      return []
    }
    await setOwnTerm(system.db, deed, own, seenVersion(request, ownTermId(own)))
    return `${urls.rules}?listo=own_term_set`
  })
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

async function show(
  { db }: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, maySet, today, deed } = room
  const done = request.query.listo
  const asked =
    asksFirst(request) && problems.length === 0 ? readForm(request, typedTerm).values : null
  const versions = await lastVersions(db, deed.administrationId, ownTermSetting.subject)
  const model = {
    title: t('installation.title'),
    ...formAgain(response, worded(problems)),
    ...(asked && { typed: typedIn(request) }),
    preview: asked && (await termPreview(db, room, asked)),
    versions: [...versions].map(([id, version]) => `${id}=${version}`).join(';'),
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

import type { Response } from 'express'
import { z } from 'zod'
import { spokenLanguagesOf } from '../../administrations/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, readForm, render, ticks, type Page } from '../../platform/web/index.ts'
import { inLanguage, rulesOn } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { offerLanguages } from '../actions/offer-languages.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'

const offered = z.object({ languages: ticks(z.string().max(40, 'unknown')) })

export function showLanguages(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    show(response, room, { isDone: request.query['listo'] === 'si' })
  }
}

export function takeLanguages(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.maySet)
    const { values, problems } = readForm(request, offered)
    if (!values) return show(response, room, { problems })
    try {
      await offerLanguages(system, room.deed, values.languages)
      response.redirect(303, `${room.urls.languages}?listo=si`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      show(response, room, { problems: error.problems })
    }
  }
}

function show(
  response: Response,
  { book, t, lang, urls, today, maySet }: Room,
  { isDone = false, problems = [] }: { isDone?: boolean; problems?: readonly FieldProblem[] },
): void {
  const named = problems.map((one) => ({ ...one, field: one.field.replace(/\..*$/, '') }))
  const error = problems.length > 0
  const model = {
    title: t('installation.languages.title'),
    error,
    errors: formErrors(response, worded(named)),
    notice: isDone ? t('installation.languages.done') : null,
    backUrl: urls.rules,
    action: urls.languages,
    maySet,
    chosen: spokenLanguagesOf(book, today).map(({ code }) => code),
    items: rulesOn(book.regime.spokenLanguages, today).map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, lang),
    })),
  }
  render(response, 'installation/languages', model, { status: error ? 422 : 200, layout: 'staff' })
}

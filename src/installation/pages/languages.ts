import type { Request, Response } from 'express'
import { z } from 'zod'
import { spokenLanguagesOf } from '../../administrations/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  formAgain,
  readForm,
  render,
  sending,
  showing,
  ticks,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { inLanguage, rulesOn } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { offerLanguages } from '../actions/offer-languages.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'

const offered = z.object({ languages: ticks(z.string().max(40, 'unknown')) })

const languagesPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show,
})

export function showLanguages(system: System): Page {
  return showing(languagesPage(system))
}

export function takeLanguages(system: System): Page {
  return sending(languagesPage(system), async (room, request) => {
    allow(room.maySet)
    const { values, problems } = readForm(request, offered)
    if (!values) return problems
    await offerLanguages(system, room.deed, values.languages)
    return `${room.urls.languages}?listo=si`
  })
}

function show(
  { book, t, lang, urls, today, maySet }: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): void {
  const named = problems.map((one) => ({ ...one, field: one.field.replace(/\..*$/, '') }))
  const model = {
    title: t('installation.languages.title'),
    ...formAgain(response, worded(named)),
    notice: request.query['listo'] === 'si' ? t('installation.languages.done') : null,
    backUrl: urls.rules,
    action: urls.languages,
    maySet,
    chosen: spokenLanguagesOf(book, today).map(({ code }) => code),
    items: rulesOn(book.regime.spokenLanguages, today).map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, lang),
    })),
  }
  render(response, 'installation/languages', model, { layout: 'staff' })
}

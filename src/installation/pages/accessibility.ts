import type { Request, Response } from 'express'
import { z } from 'zod'
import { findStatement } from '../../administrations/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import {
  day,
  formErrors,
  readForm,
  render,
  typedIn,
  words,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { sayAccessibility } from '../actions/say-accessibility.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'

const statement = z.object({
  contact: words(1000).pipe(z.string().min(1, 'required')),
  failures: words(5000),
  reviewedOn: day,
})

export function showStatement(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response))
  }
}

export function takeStatement(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.maySet)
    const { values, problems } = readForm(request, statement)
    if (!values) return show(system, request, response, room, problems)
    const { timeZone } = room.book.administration
    try {
      await sayAccessibility(system.db, room.deed, values, timeZone)
      response.redirect(303, `${room.urls.accessibility}?listo=si`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, error.problems)
    }
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  { book, t, urls, today, maySet }: Room,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { administrationId, slug } = book.administration
  const said = await findStatement(system.db, administrationId)
  const kept = said ?? { contact: '', failures: '', reviewedOn: today }
  const typed = typedIn(request)
  const isAgain = problems.length > 0
  const model = {
    title: t('installation.accessibility.title'),
    error: isAgain,
    errors: formErrors(response, worded(problems)),
    notice: request.query['listo'] === 'si' ? t('installation.accessibility.done') : null,
    values: {
      contact: isAgain ? typed('contact') : kept.contact,
      failures: isAgain ? typed('failures') : kept.failures,
      reviewedOn: isAgain ? typed('reviewedOn') : kept.reviewedOn,
    },
    action: urls.accessibility,
    publicUrl: `/${slug}/accesibilidad`,
    maySet,
  }
  render(response, 'installation/accessibility', model, {
    status: isAgain ? 422 : 200,
    layout: 'staff',
  })
}

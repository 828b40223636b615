import type { Request, Response } from 'express'
import { z } from 'zod'
import { localDate } from '../../platform/dates.ts'
import { NotFound, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, readForm, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { ERASING_REASONS, eraseLegacyCase } from '../actions/erase-legacy-case.ts'
import { getLegacyCase } from '../legacy-store.ts'
import { enterRoom, type Room } from './room.ts'

const form = z.object({ reason: z.enum(ERASING_REASONS, 'required') })

/** Asks why before the words of an older case are taken out: nobody brings them back. */
export function showErasing(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response), [])
  }
}

export function sendErasing(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { values, problems } = readForm(request, form)
    if (!values) return show(system, request, response, room, problems)
    const legacyNumber = String(request.params['legacyNumber'])
    const today = localDate(room.deed.at, room.book.administration.timeZone)
    await eraseLegacyCase(system, room.deed, { legacyNumber, reason: values.reason, today })
    response.redirect(303, `${room.urls.legacyCase(legacyNumber)}?hecho=borrado`)
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  { t, urls, deed }: Room,
  problems: readonly FieldProblem[],
): Promise<void> {
  const number = String(request.params['legacyNumber'])
  const one = await getLegacyCase(system.db, deed.administrationId, number)
  if (one.erasedOn !== null) throw new NotFound()
  const model = {
    title: t('imports.erasing.title', { number: one.legacyNumber }),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'imports.erasing.problems'),
    backUrl: urls.legacyCase(one.legacyNumber),
    action: urls.erasing(one.legacyNumber),
    reasons: ERASING_REASONS.map((value) => ({
      value,
      text: t(`imports.erasing.reasons.${value}`),
    })),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'imports/erasing', model, { layout: 'staff', status })
}

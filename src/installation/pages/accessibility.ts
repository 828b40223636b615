import type { Request, Response } from 'express'
import { z } from 'zod'
import { findStatement } from '../../administrations/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  day,
  formAgain,
  readForm,
  render,
  sending,
  showing,
  words,
  type FormPage,
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

const statementPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

export function showStatement(system: System): Page {
  return showing(statementPage(system))
}

export function takeStatement(system: System): Page {
  return sending(statementPage(system), async (room, request) => {
    allow(room.maySet)
    const { values, problems } = readForm(request, statement)
    if (!values) return problems
    const { timeZone } = room.book.administration
    await sayAccessibility(system.db, room.deed, values, timeZone)
    return `${room.urls.accessibility}?listo=si`
  })
}

async function show(
  system: System,
  { book, t, urls, today, maySet }: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { administrationId, slug } = book.administration
  const said = await findStatement(system.db, administrationId)
  const kept = said ?? { contact: '', failures: '', reviewedOn: today }
  const again = formAgain(response, worded(problems))
  const model = {
    title: t('installation.accessibility.title'),
    ...again,
    notice: request.query['listo'] === 'si' ? t('installation.accessibility.done') : null,
    typed: (field: keyof typeof kept) => (again.error ? again.typed(field) : kept[field]),
    action: urls.accessibility,
    publicUrl: `/${slug}/accesibilidad`,
    maySet,
  }
  render(response, 'installation/accessibility', model, { layout: 'staff' })
}

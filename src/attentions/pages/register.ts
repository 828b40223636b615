import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordLook } from '../../audit/index.ts'
import { isPlainDate } from '../../platform/dates.ts'
import { NotAllowed, type FieldProblem } from '../../platform/errors.ts'
import {
  formAgain,
  idIn,
  line,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { eraseFromRegister, registerAttention, switchRegister } from '../actions/keep-register.ts'
import { findKeepsRegister, listEntries } from '../register-store.ts'
import { enterRoom, placeChoices, placeOf, placeQuery, servicesOf, type Room } from './room.ts'

const minutes = optionalLine(4)
  .pipe(z.string().regex(/^\d*$/, 'not_number'))
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(z.number().max(1440, 'not_number').nullable())

const entryForm = z.object({
  servicio: line(60),
  waited: minutes,
  minutes,
  name: optionalLine(120),
  contact: optionalLine(120),
  resources: optionalLine(300),
})

const registerPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

/** The register of the people attended, where an administration keeps one; every look is recorded. */
export function showRegister(system: System): Page {
  return showing(registerPage(system))
}

export function sendEntry(system: System): Page {
  return sending(registerPage(system), async (room, request) => {
    const place = placeOf(room, request)
    if (!place || place.centre.slug !== typedIn(request)('oficina')) throw new NotAllowed()
    const { values, problems } = readForm(request, entryForm)
    if (!values) return problems
    const service = servicesOf(room, place).find(({ slug }) => slug === values.servicio)
    if (!service) return [{ field: 'servicio', code: 'required' }]
    const { servicio: _, ...said } = values
    const told = { ...said, serviceId: service.serviceId }
    const where = { centreId: place.centre.centreId, channel: place.channel, day: room.today }
    await registerAttention(system, room.deed, { ...told, ...where })
    return `${room.urls.register}?${placeQuery(place)}&hecho=entry`
  })
}

export function sendSwitch(system: System): Page {
  return async (request, response) => {
    const { deed, urls } = await enterRoom(system, response)
    const on = typedIn(request)('state') === 'on'
    await switchRegister(system, deed, on)
    response.redirect(303, `${urls.register}?hecho=${on ? 'on' : 'off'}`)
  }
}

export function sendErasure(system: System): Page {
  return async (request, response) => {
    const { deed, urls, today } = await enterRoom(system, response)
    const entryId = idIn(request, 'entryId')
    await eraseFromRegister(system, deed, { entryId, today })
    response.redirect(303, `${urls.register}?hecho=erased`)
  }
}

const DONE = ['entry', 'on', 'off', 'erased']

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, today, deed } = room
  const { administrationId } = deed
  const keeps = await findKeepsRegister(system.db, administrationId)
  const place = placeOf(room, request)
  const asked = request.query.dia
  const day = typeof asked === 'string' && isPlainDate(asked) && asked <= today ? asked : today
  const shown = keeps && place ? await entriesOf(system, room, place.centre.centreId, day) : []
  const done = request.query.hecho
  const model = {
    title: t('attentions.register.title'),
    ...formAgain(response, problems, 'attentions.problems'),
    backUrl: urls.taps,
    action: urls.register,
    switchUrl: room.mayKeepRegister ? urls.registerSwitch : null,
    done: typeof done === 'string' && DONE.includes(done) ? t(`attentions.done.${done}`) : null,
    keeps,
    day,
    place: place && {
      centre: place.centre.slug,
      centreName: place.centre.name,
      channel: place.channel,
    },
    ...placeChoices(room),
    services: place
      ? servicesOf(room, place).map(({ slug, name }) => ({ value: slug, text: name }))
      : [],
    entries: shown,
  }
  render(response, 'attentions/register', model, { layout: 'staff' })
}

async function entriesOf(system: System, room: Room, centreId: string, day: string) {
  const { deed, book, urls, t, mayKeepRegister } = room
  const entries = await listEntries(system.db, deed.administrationId, { centreId, day })
  if (entries.length > 0) {
    const details = { centreId, day }
    await recordLook(system.db, { ...deed, what: 'attention_register', details })
  }
  return entries.map((entry) => ({
    ...entry,
    service: book.names.get(entry.serviceId) ?? '',
    channel: t(`attentions.channel.${entry.channel}`),
    eraseUrl: mayKeepRegister && entry.erasedOn === null ? urls.erasure(entry.entryId) : null,
  }))
}

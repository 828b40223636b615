import type { Response } from 'express'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { formErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { makeDevice } from '../actions/make-device.ts'
import { parseDevice, type DeviceForm } from '../device-input.ts'
import { keepsSome } from '../device-policy.ts'
import { centreChoices, emptyForm, typedIn } from './device-form.ts'
import { enterRoom, type Room } from './room.ts'

export function showNewDevice(system: System): Page {
  return async (_request, response) => {
    const room = await enterRoom(system, response)
    if (!keepsSome(room.staff, room.deed.administrationId)) throw new NotAllowed()
    showForm(response, room, emptyForm(room), [])
  }
}

export function sendNewDevice(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const typed = typedIn(request)
    const parsed = parseDevice(typed, room.today)
    if ('problems' in parsed) return showForm(response, room, typed, parsed.problems)
    const { device } = parsed
    if (!centreChoices(room).some(({ value }) => value === device.centreId)) throw new NotAllowed()
    const deviceId = await makeDevice(system.db, room.deed, device)
    response.redirect(303, `${room.urls.device(deviceId)}?hecho=made`)
  }
}

function showForm(
  response: Response,
  room: Room,
  typed: DeviceForm,
  problems: readonly FieldProblem[],
): void {
  const { t, urls } = room
  const view = {
    title: t('channels-devices.form.title'),
    backUrl: urls.list,
    error: problems.length > 0,
    errors: deviceErrors(response, problems),
    action: urls.list,
    typed,
    centres: [{ value: '', text: t('channels-devices.form.choose') }, ...centreChoices(room)],
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'channels/devices/new-device', view, { layout: 'staff', status })
}

export function deviceErrors(response: Response, problems: readonly FieldProblem[]) {
  const ofFields = problems.map((problem) => ({ ...problem, field: problem.field.slice(1) }))
  return formErrors(response, ofFields, 'channels-devices.problems')
}

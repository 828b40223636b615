import type { Request, Response } from 'express'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { changeDevice, switchDevice } from '../actions/change-device.ts'
import { makeCode } from '../actions/make-code.ts'
import { parseDevice, type DeviceForm } from '../device-input.ts'
import { mayKeep } from '../device-policy.ts'
import type { Device } from '../device.ts'
import { centreChoices, formOf, typedIn } from './device-form.ts'
import { deviceView } from './device-view.ts'
import { deviceErrors } from './new-device.ts'
import { doneIn, enterRoom, keptDevice, seenDevice, type Room } from './room.ts'

export function showDevice(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const device = await seenDevice(system, request, room)
    showPage(request, response, room, { device, typed: formOf(device), problems: [] })
  }
}

export function sendChangedDevice(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const device = await keptDevice(system, request, room)
    const typed = typedIn(request)
    const parsed = parseDevice(typed, room.today)
    if ('problems' in parsed) {
      return showPage(request, response, room, { device, typed, problems: parsed.problems })
    }
    const { centreId } = parsed.device
    if (!centreChoices(room).some(({ value }) => value === centreId)) throw new NotAllowed()
    await changeDevice(system.db, room.deed, device.deviceId, parsed.device)
    response.redirect(303, `${room.urls.device(device.deviceId)}?hecho=changed`)
  }
}

export function sendState(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { deviceId } = await keptDevice(system, request, room)
    const { state } = (request.body ?? {}) as { state?: unknown }
    const to = state === 'on' ? 'on' : 'off'
    await switchDevice(system.db, room.deed, deviceId, to)
    response.redirect(303, `${room.urls.device(deviceId)}?hecho=switched_${to}`)
  }
}

/** The only time that anybody sees the code. */
export function sendCode(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, say, urls } = room
    const device = await keptDevice(system, request, room)
    const { code, expiresAt } = await makeCode(system.db, room.deed, device.deviceId)
    const view = {
      title: t('channels-devices.code.title', { name: device.name }),
      code,
      until: say(expiresAt),
      tabletUrl: new URL('/tableta/', system.config.baseUrl).href,
      deviceUrl: urls.device(device.deviceId),
    }
    render(response, 'channels/devices/code', view, { layout: 'staff' })
  }
}

function showPage(
  request: Request,
  response: Response,
  room: Room,
  form: { device: Device; typed: DeviceForm; problems: readonly FieldProblem[] },
): void {
  const { device, typed, problems } = form
  const { t, urls } = room
  const view = {
    ...deviceView(device, room),
    title: device.name,
    backUrl: urls.list,
    done: doneIn(request, t),
    error: problems.length > 0,
    errors: deviceErrors(response, problems),
    mayKeep: mayKeep(room.staff, device),
    isOff: device.switchedOffAt !== null,
    isEnrolled: device.enrolledAt !== null,
    quotaPerDay: device.quotaPerDay,
    endsOn: device.endsOn,
    action: urls.device(device.deviceId),
    codeUrl: urls.code(device.deviceId),
    stateUrl: urls.state(device.deviceId),
    typed,
    centres: centreChoices(room),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'channels/devices/device', view, { layout: 'staff', status })
}

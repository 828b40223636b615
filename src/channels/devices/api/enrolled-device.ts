import type { Request, Response } from 'express'
import { NotSignedIn } from '../../../platform/errors.ts'
import type { Guard } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { findDeviceByToken } from '../device-store.ts'
import type { Device } from '../device.ts'
import { hashDeviceToken } from '../enrolment-code.ts'

const devices = new WeakMap<Response, Device>()

/** A tablet with the token that it was given; it may send, and read nothing but its own setup. */
export function enrolledDevice({ db }: System): Guard {
  return async (request, response) => {
    const token = tokenOf(request)
    const device = token === null ? null : await findDeviceByToken(db, hashDeviceToken(token))
    if (!device) throw new NotSignedIn()
    devices.set(response, device)
  }
}

export function deviceOf(response: Response): Device {
  const device = devices.get(response)
  if (!device) throw new NotSignedIn()
  return device
}

function tokenOf(request: Request): string | null {
  const [scheme, token] = (request.get('Authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token ? token : null
}

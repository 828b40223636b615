import type { Request, Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { NotAllowed, NotFound } from '../../../platform/errors.ts'
import { formatDateTime, type T } from '../../../platform/i18n/index.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayKeep, maySee } from '../device-policy.ts'
import { getDevice } from '../device-store.ts'
import type { Device } from '../device.ts'
import { deviceUrls, type DeviceUrls } from '../urls.ts'

/** What every staff page of tablets starts from. */
export interface Room extends StaffVisit {
  urls: DeviceUrls
  /** An instant as people of the office say it. */
  say: (instant: Date) => string
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { book, slug, lang } = visit
  const { timeZone } = book.administration
  return {
    ...visit,
    urls: deviceUrls(slug),
    say: (instant) => formatDateTime(instant, lang, timeZone),
  }
}

/** The tablet of the address; those of other centres do not exist. */
export async function seenDevice(
  { db }: System,
  request: Request,
  { staff, deed: { administrationId } }: Room,
): Promise<Device> {
  const device = await getDevice(db, { administrationId, deviceId: idIn(request, 'deviceId') })
  if (!maySee(staff, device)) throw new NotFound()
  return device
}

export async function keptDevice(system: System, request: Request, room: Room): Promise<Device> {
  const device = await seenDevice(system, request, room)
  if (!mayKeep(room.staff, device)) throw new NotAllowed()
  return device
}

const DONE = ['made', 'changed', 'switched_off', 'switched_on', 'confirmed', 'dismissed']

export function doneIn({ query }: Request, t: T): string | null {
  const done = query['hecho']
  return typeof done === 'string' && DONE.includes(done) ? t(`channels-devices.done.${done}`) : null
}

import type { Request, Response } from 'express'
import { getBookRulesById, type BookRules } from '../../../administrations/index.ts'
import { requireStaff, requireWorkplace, type Staff } from '../../../people/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { NotAllowed, NotFound } from '../../../platform/errors.ts'
import { formatDateTime, type T } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import type { DeviceDeed } from '../device-deed.ts'
import { mayKeep, maySee } from '../device-policy.ts'
import { getDevice } from '../device-store.ts'
import type { Device } from '../device.ts'
import { deviceUrls, type DeviceUrls } from '../urls.ts'

/** What every staff page of tablets starts from. */
export interface Room {
  rules: BookRules
  staff: Staff
  deed: DeviceDeed
  today: PlainDate
  urls: DeviceUrls
  lang: string
  t: T
  /** An instant as people of the office say it. */
  say: (instant: Date) => string
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const { administrationId, slug } = requireWorkplace(response)
  const staff = requireStaff(response)
  const at = system.clock()
  const rules = await getBookRulesById(system, administrationId, at)
  const { timeZone } = rules.administration
  const { lang, t } = response.locals
  return {
    rules,
    staff,
    deed: { administrationId, accountId: staff.accountId, at },
    today: localDate(at, timeZone),
    urls: deviceUrls(slug),
    lang,
    t,
    say: (instant) => formatDateTime(instant, lang, timeZone),
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

export function idIn(request: Request, name: 'deviceId' | 'itemId'): string {
  const id = request.params[name]
  if (typeof id !== 'string' || !UUID.test(id)) throw new NotFound()
  return id.toLowerCase()
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

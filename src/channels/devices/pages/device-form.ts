import type { Request } from 'express'
import { addDays } from '../../../platform/dates.ts'
import { holds } from '../../../people/index.ts'
import type { DeviceForm } from '../device-input.ts'
import { KEEPERS } from '../device-policy.ts'
import type { Device } from '../device.ts'
import type { Room } from './room.ts'

const FIELDS = ['name', 'greeting', 'centreId', 'quotaPerDay', 'endsOn'] as const

export function typedIn(request: Request): DeviceForm {
  const body = (request.body ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return Object.fromEntries(FIELDS.map((name) => [name, text(body[name])])) as DeviceForm
}

const USUAL_QUOTA = 60
const DAYS_OF_A_YEAR = 365

export function emptyForm({ today }: Room): DeviceForm {
  return {
    name: '',
    greeting: '',
    centreId: '',
    quotaPerDay: String(USUAL_QUOTA),
    endsOn: addDays(today, DAYS_OF_A_YEAR),
  }
}

export function formOf(device: Device): DeviceForm {
  return {
    name: device.name,
    greeting: device.greeting ?? '',
    centreId: device.centreId,
    quotaPerDay: String(device.quotaPerDay),
    endsOn: device.endsOn,
  }
}

/** The centres for which the person may make one. */
export function centreChoices({ book: rules, staff, deed: { administrationId } }: Room) {
  return rules.centres
    .filter(({ centreId }) => holds(staff, KEEPERS, { administrationId, centreId }))
    .map(({ centreId, name }) => ({ value: centreId, text: name }))
}

import { deviceState, isSilentTooLong, type Device } from '../device.ts'
import type { Room } from './room.ts'

/** How a tablet is, as word and colour, and what staff should do about it. */
export function deviceView(device: Device, room: Room) {
  const { t, say, book: rules, urls, deed, today } = room
  const state = device.enrolledAt === null ? 'new' : deviceState(device, today)
  const { waiting, waitingSince, lastContactAt } = device
  return {
    name: device.name,
    code: device.code,
    url: urls.device(device.deviceId),
    centre: rules.names.get(device.centreId) ?? '',
    state: { text: t(`channels-devices.state.${state}`), tone: TONES[state] },
    waiting: sayWaiting(),
    lastContact: lastContactAt ? say(lastContactAt) : t('channels-devices.never'),
    warning: isSilentTooLong(device, deed.at)
      ? t('channels-devices.silent', { count: waiting, since: say(lastContactAt ?? deed.at) })
      : null,
  }

  function sayWaiting(): string {
    if (waiting === 0) return t('channels-devices.nothing_waits')
    const said = t('channels-devices.waits', { count: waiting })
    return waitingSince
      ? `${said}, ${t('channels-devices.since', { since: say(waitingSince) })}`
      : said
  }
}

const TONES = { new: 'blue', on: 'green', off: 'red', ended: 'grey' } as const

import type { BookRules } from '../../../administrations/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { countFiledOn } from '../device-filing-store.ts'
import { updateSetAside } from '../set-aside-store.ts'
import type { DeviceFiling } from '../device-filing.ts'
import { deviceState, type Device } from '../device.ts'
import { fileItem, receivePhotos } from '../file-item.ts'
import { openItem, type OpenedItem } from '../open-item.ts'
import { MOST_TRIES, type Reason } from '../set-aside.ts'

/** Makes a case of what a tablet sent, or sets it aside for a person with the reason. */
export async function fileOrSetAside(
  system: System,
  device: Device,
  rules: BookRules,
  item: DeviceFiling,
  now: Date,
): Promise<void> {
  const reason = (await reasonBefore(system, device, rules, item, now)) ?? null
  const refusal = reason ?? (await tryToFile(system, device, rules, item, now))
  if (refusal) await updateSetAside(system.db, item, refusal)
}

/** Why it is not even opened. */
async function reasonBefore(
  { db }: System,
  device: Device,
  { administration: { timeZone } }: BookRules,
  item: DeviceFiling,
  now: Date,
): Promise<Reason | null> {
  const state = deviceState(device, localDate(now, timeZone))
  if (state !== 'on') return state === 'off' ? 'switched_off' : 'ended'
  if (item.tries > MOST_TRIES) return 'failed'
  const day = localDate(item.handedOverAt, timeZone)
  const filed = await countFiledOn(db, device, { day, timeZone })
  return filed >= device.quotaPerDay ? 'over_quota' : null
}

async function tryToFile(
  system: System,
  device: Device,
  rules: BookRules,
  item: DeviceFiling,
  now: Date,
): Promise<Reason | null> {
  const opened = openItem(system, device, rules.administration.bookCode, item)
  if (opened === null) return 'unreadable'
  if (opened.filing === null || !isOfCentre(opened, device, rules)) return 'refused'
  const photos = await receivePhotos(system, item, opened, now)
  if (photos.refused > 0) return 'file_refused'
  const content = { filing: opened.filing, opened, by: null }
  try {
    await fileItem(
      system,
      rules.administration.slug,
      item,
      content,
      { attachments: photos.ids },
      now,
    )
    return null
  } catch (error) {
    if (error instanceof WrongState) return null
    if (!(error instanceof Invalid)) throw error
    // a twin of this request filed it with its own copies of the files
    const isTwin = error.problems.some(({ code }) => code === 'key_reused')
    return isTwin ? null : 'refused'
  }
}

/** A tablet speaks for the office in which it stands. */
function isOfCentre({ filing }: OpenedItem, device: Device, { centres }: BookRules): boolean {
  return centres.find(({ slug }) => slug === filing?.centre)?.centreId === device.centreId
}

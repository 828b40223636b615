import { randomBytes } from 'node:crypto'
import { getBookRulesById } from '../../../administrations/index.ts'
import { recordChange } from '../../../audit/index.ts'
import {
  attemptKey,
  countAttempt,
  forgetAttempts,
  type AttemptPolicy,
} from '../../../platform/attempts.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import { Invalid, TooMany } from '../../../platform/errors.ts'
import { toBase64url } from '../../../platform/hpke/index.ts'
import type { System } from '../../../system.ts'
import { updateCodeUsed } from '../device-code-store.ts'
import { upsertContact } from '../device-contact-store.ts'
import { getDevice, updateDevice } from '../device-store.ts'
import { deviceState, type Device } from '../device.ts'
import { hashDeviceToken, hashEnrolmentCode } from '../enrolment-code.ts'

/** An office shares one address: some slips are free, then guessing is slow. */
const GUESSING: AttemptPolicy = {
  purpose: 'device_enrolment',
  free: 10,
  firstWaitSeconds: 10,
  longestWaitSeconds: 900,
  forgetAfterSeconds: 12 * 3600,
}

export interface Enrolled {
  device: Device
  /** Told once; only its hash is stored. */
  token: string
}

/** Changes a one-time code for the tablet's own token; the token that it had before is worth nothing. */
export async function enrolDevice(
  system: System,
  { code, clock, address }: { code: string; clock: Date; address: string },
  now: Date,
): Promise<Enrolled> {
  const key = attemptKey(system.secrets.keyFor('attempts'), 'device_enrolment', address)
  const wait = await countAttempt(system.db, GUESSING, key, now)
  if (wait > 0) throw new TooMany(wait)
  const token = toBase64url(randomBytes(32))
  const device = await inTransaction(system.db, (tx) =>
    changeCode(tx, system, { code, clock, token }, now),
  )
  await forgetAttempts(system.db, GUESSING.purpose, [key])
  return { device, token }
}

async function changeCode(
  tx: Tx,
  system: System,
  { code, clock, token }: { code: string; clock: Date; token: string },
  now: Date,
): Promise<Device> {
  const key = await updateCodeUsed(tx, hashEnrolmentCode(code), now)
  const device = key && (await getDevice(tx, key))
  if (!device || (await stateOf(system, device, now)) !== 'on') {
    throw new Invalid([{ field: '/code', code: 'not_valid' }])
  }
  await updateDevice(tx, device, { token_hash: hashDeviceToken(token), enrolled_at: now })
  const { lastSequence } = device
  await upsertContact(tx, device, { at: now, clock, lastSequence, waiting: 0, waitingSince: null })
  await recordChange(tx, {
    at: now,
    accountId: null,
    administrationId: device.administrationId,
    action: 'device_enrolled',
    details: { deviceId: device.deviceId },
  })
  return { ...device, enrolledAt: now, lastContactAt: now }
}

async function stateOf(system: System, device: Device, now: Date) {
  const { administration } = await getBookRulesById(system, device.administrationId, now)
  return deviceState(device, localDate(now, administration.timeZone))
}

import type { PlainDate } from '../../platform/dates.ts'

/** A tablet of an office, as staff made it and as it was heard of last. */
export interface Device {
  administrationId: string
  deviceId: string
  /** `T7K3`: stands in its provisional numbers. */
  code: string
  name: string
  /** What its first screen says, in the office's own words. */
  greeting: string | null
  centreId: string
  quotaPerDay: number
  /** The last day of its enrolment. */
  endsOn: PlainDate
  enrolledAt: Date | null
  switchedOffAt: Date | null
  lastContactAt: Date | null
  lastSequence: number
  waiting: number
  waitingSince: Date | null
}

export type DeviceState = 'on' | 'off' | 'ended'

export function deviceState(
  { switchedOffAt, endsOn }: Pick<Device, 'switchedOffAt' | 'endsOn'>,
  today: PlainDate,
): DeviceState {
  if (switchedOffAt !== null) return 'off'
  return today > endsOn ? 'ended' : 'on'
}

const LONG_SILENCE_HOURS = 24

/** People wait for an answer to something that nobody has seen: somebody must go and look. */
export function isSilentTooLong(
  { waiting, lastContactAt }: Pick<Device, 'waiting' | 'lastContactAt'>,
  now: Date,
): boolean {
  if (waiting === 0 || lastContactAt === null) return false
  return now.getTime() - lastContactAt.getTime() > LONG_SILENCE_HOURS * 3_600_000
}

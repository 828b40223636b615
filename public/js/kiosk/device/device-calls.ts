import { callServer, type ServerAnswer, type ServerLine } from '../../offline/call-server.ts'
import type { DayCount } from '../storage/day-count.ts'
import { forget, recall, remember } from '../storage/device-memory.ts'
import { countWaiting } from '../storage/filing-queue.ts'
import { withOwnMark } from './own-mark.ts'
import { readSetup, type DeviceState, type Setup } from './setup.ts'

export function lineOf(token: string): ServerLine {
  return { baseUrl: location.origin, token, fetch: (...all) => fetch(...all), clock }
}

export const clock = () => new Date()

export type Enrolled = 'enrolled' | 'wrong_code' | 'too_many' | 'no_network'

/** Changes the code of eight letters for a token of its own and what it needs to work alone. */
export async function enrol(database: IDBDatabase, code: string): Promise<Enrolled> {
  const json = { code, clock: clock().toISOString() }
  const answer = await callServer(lineOf(''), 'POST', '/api/v1/devices/enrolments', { json })
  if (!answer) return 'no_network'
  if (answer.status === 429) return 'too_many'
  if (answer.status !== 201) return answer.status >= 500 ? 'no_network' : 'wrong_code'
  const { deviceId, token, ...told } = answer.body as unknown as {
    deviceId: string
    token: string
    setup: Parameters<typeof readSetup>[0]
  }
  const setup = await withOwnMark(readSetup(told.setup), undefined)
  const counted = (await recall(database, 'sequence')) ?? 0
  const sequence = Math.max(counted, setup.device.lastSequence ?? 0)
  await remember(database, { enrolment: { deviceId, token }, setup, sequence })
  return 'enrolled'
}

/**
 * Tells the server the tablet's clock and how far it has counted, so that the hour of a filing can be
 * bounded later; hears whether it is switched on, and fetches what changed. True when there is news.
 */
export async function makeContact(database: IDBDatabase, token: string): Promise<boolean> {
  const { count, since } = await countWaiting(database)
  const json = {
    clock: clock().toISOString(),
    lastSequence: (await recall(database, 'sequence')) ?? 0,
    waiting: count,
    waitingSince: since,
  }
  const answer = await callServer(lineOf(token), 'POST', '/api/v1/devices/contacts', { json })
  if (answer?.status === 401) return rememberUnknown(database)
  if (answer?.status !== 200) return false
  const wasUnknown = (await recall(database, 'unknownSince')) !== undefined
  if (wasUnknown) await forget(database, 'unknownSince')
  await remember(database, { contactAt: clock().toISOString() })
  return (await heed(database, token, answer)) || wasUnknown
}

async function rememberUnknown(database: IDBDatabase): Promise<boolean> {
  if (await recall(database, 'unknownSince')) return false
  await remember(database, { unknownSince: clock().toISOString() })
  return true
}

async function heed(
  database: IDBDatabase,
  token: string,
  { body }: ServerAnswer,
): Promise<boolean> {
  const setup = await recall(database, 'setup')
  if (!setup) return false
  const { state, setupVersion, filedToday } = body as {
    state?: DeviceState
    setupVersion?: string
    filedToday?: DayCount
  }
  if (filedToday) await remember(database, { filed: filedToday })
  const isNew = setupVersion !== undefined && setupVersion !== setup.version
  const fresh = isNew ? await fetchSetup(token, setup) : null
  if (!fresh && (state === undefined || state === setup.device.state)) return false
  const now = fresh ?? setup
  const device = { ...now.device, state: state ?? now.device.state }
  await remember(database, { setup: { ...now, device } })
  return true
}

async function fetchSetup(token: string, before: Setup): Promise<Setup | null> {
  const answer = await callServer(lineOf(token), 'GET', '/api/v1/devices/setup')
  if (answer?.status !== 200) return null
  return withOwnMark(readSetup(answer.body as unknown as Setup), before)
}

import type { DirectoryEntry } from '../../../../src/corruption-reports/sealing/index.ts'
import { postJson } from '../parts/post-json.ts'
import { setup } from './setup.ts'

/** What the room asks the server for. Boxes are base64url; what they hold is found out here. */

export interface Place {
  id: string
  epoch: number
  member: string
  box: string
}

export interface Places {
  account: string
  administration: string
  day: string
  directory: DirectoryEntry[]
  keys: { member: string; seed: string }[]
  places: Place[]
}

export interface Clock {
  step: string
  label: string
  due: string
  dueOn: string
  status: 'due' | 'soon' | 'today' | 'overdue' | 'met'
  text: string
  source: string | null
  binding: boolean
}

export interface OfferedAct {
  code: string
  text: string
  reason: 'required' | 'optional' | 'none'
  told: boolean
}

export interface SealedEvent {
  seq: number
  epoch: number
  code: string
  text: string
  day: string
  by: string | null
  words: string | null
}

export interface SealedMessage {
  seq: number
  epoch: number
  direction: 'from_reporter' | 'to_reporter'
  blob: string
  day: string
  by: string | null
}

export interface Asked {
  request: string
  requester: string
  reason: string
  state: 'open' | 'released' | 'refused'
  /** Who must be told of a refusal, in words. */
  tell: string | null
  /** The letter to them, to be completed and signed. */
  notice: string | null
  day: string
  released: { box: string; shares: { custodian: string; share: string }[] } | null
}

export interface SealedReport {
  id: string
  epoch: number
  channel: string
  state: string
  stateText: string
  receivedOn: string
  received: string
  lastContentOn: string
  retain: string | null
  epochs: {
    epoch: number
    directory: string
    contentKey: string
    actionKey: string
    content: string
  }[]
  places: Omit<Place, 'id'>[]
  slotMembers: string[]
  clocks: Clock[]
  events: SealedEvent[]
  messages: SealedMessage[]
  uploads: { id: string; parts: number }[]
  wraps: { epoch: number; member: string }[]
  /** Who reads it by a wrap that was approved. */
  wrapped: string[]
  asked: Asked[]
  acts: OfferedAct[]
}

export const askPlaces = () => postJson<Places>(`${setup.api}/lugares`, {})

export const askReports = (reports: { id: string; proof: string }[]) =>
  postJson<{ reports: SealedReport[] }>(`${setup.api}/lectura`, { reports })

export const sendAct = (act: object) => postJson<null>(`${setup.api}/acto`, act)

export const sendEpoch = (epoch: object) => postJson<null>(`${setup.api}/epoca`, epoch)

export const sendIdentityRequest = (request: object) =>
  postJson<{ state: 'asked' | 'refused'; refusal: string }>(`${setup.api}/identidad`, request)

export const sendReader = (wrap: object) => postJson<null>(`${setup.api}/lector`, wrap)

export const sendApproval = (approval: object) =>
  postJson<null>(`${setup.api}/lector/aprobacion`, approval)

export const sendMessage = (message: object) => postJson<null>(`${setup.api}/mensaje`, message)

export async function askPart(part: object): Promise<Uint8Array> {
  const token = document.querySelector<HTMLInputElement>('#room input[name="_token"]')?.value
  const response = await fetch(`${setup.api}/archivo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...part, _token: token }),
    credentials: 'same-origin',
    redirect: 'error',
  })
  if (!response.ok) throw new Error('a part of the file did not come')
  return new Uint8Array(await response.arrayBuffer())
}

import {
  fromBase64url,
  openRequest,
  releaseIdentityShare,
  requestHash,
  toBase64url,
} from '../../../src/corruption-reports/sealing/index.ts'
import { postJson } from './parts/post-json.ts'
import { random } from './parts/random.ts'
import { isFingerprintNew } from './parts/seen-fingerprint.ts'
import { whenIdle } from './room/idle.ts'
import type { Keyring, Locked } from './room/keyring.ts'
import { byId, fromTemplate, part, warning } from './room/page.ts'
import { say, setup } from './room/setup.ts'
import { listenToUnlock } from './room/unlock-form.ts'

interface Request {
  report: string
  request: string
  requester: string
  by: string
  day: string
  reason: string
  custodian: string
  box: string
  own: 'given' | 'refused' | null
}

type Desk = Locked & { requests: Request[] }

/** A custodian reads why, and gives their part to the one who asked, or refuses it. */
let ring: Keyring | null = null

const askDesk = () => postJson<Desk>(`${setup.api}/pedidos`, {})

function show(isOpen: boolean): void {
  byId('room-unlock').hidden = isOpen
  byId('room-list').hidden = !isOpen
}

listenToUnlock(askDesk, (keys, desk) => {
  ring = keys
  showDesk(keys, desk)
})

function showDesk(keys: Keyring, { requests }: Desk): void {
  const { fingerprint } = keys.directory
  const alarms = isFingerprintNew(keys.directory.administration, fingerprint)
    ? [say('alarm.fingerprint', { fingerprint })]
    : []
  byId('room-alarm').replaceChildren(...alarms.map(warning))
  byId('room-rows').replaceChildren(...requests.map((request) => requestItem(keys, request)))
  byId('room-empty').hidden = requests.length > 0
  show(true)
}

function requestItem(keys: Keyring, request: Request): HTMLElement {
  const item = fromTemplate('t-request')
  const reason = reasonOf(keys, request)
  part(item, 'title').textContent = say('request', { name: request.by, day: request.day })
  part(item, 'reason').textContent = reason ?? say('unreadable')
  part(item, 'own').textContent = request.own ? say(`own_${request.own}`) : ''
  part(item, 'buttons').hidden = request.own !== null
  part(item, 'give').hidden = reason === null
  part(item, 'give').addEventListener('click', () => void decide(keys, request, item, true))
  part(item, 'refuse').addEventListener('click', () => void decide(keys, request, item, false))
  return item
}

const placeOf = ({ report, request, requester }: Request) => ({
  id: fromBase64url(report),
  request: fromBase64url(request),
  requester,
})

function reasonOf({ members }: Keyring, request: Request): string | null {
  const own = members.find(({ id }) => id === request.custodian)
  if (!own) return null
  const reader = { id: own.id, x: own.keys.x }
  const opened = openRequest(placeOf(request), reader, fromBase64url(request.reason))
  return (opened as { reason?: string } | null)?.reason ?? null
}

async function decide(
  keys: Keyring,
  request: Request,
  item: HTMLElement,
  gives: boolean,
): Promise<void> {
  try {
    const share = gives ? toBase64url(shareFor(keys, request)) : null
    const { request: id, custodian } = request
    await postJson(`${setup.api}/decision`, { request: id, custodian, share })
    showDesk(keys, await askDesk())
    byId('room-said').textContent = say(gives ? 'given' : 'refused')
  } catch {
    part(item, 'problem').textContent = say('failed')
  }
}

/** Only to the key that the directory has for whoever asked, and for these very words. */
function shareFor({ members, directory }: Keyring, request: Request): Uint8Array {
  const own = members.find(({ id }) => id === request.custodian)
  const requester = directory.members.find(({ id }) => id === request.requester)
  if (!own || !requester) throw new Error('nobody to give it to')
  const place = placeOf(request)
  const release = {
    id: place.id,
    custodian: own.id,
    requester,
    request: requestHash(place, fromBase64url(request.reason)),
  }
  return releaseIdentityShare(release, own.keys.x, fromBase64url(request.box), random)
}

function lock(): void {
  if (!ring) return
  ring = null
  byId('room-rows').replaceChildren()
  show(false)
  byId('room-said').textContent = say('locked')
  byId('passphrase').focus()
}

byId('room-lock').addEventListener('click', lock)
addEventListener('pagehide', lock)
whenIdle(lock)

import { bind } from './bind.ts'
import { openBox, openWith, type Place, sealBox, sealTo } from './box.ts'
import type { Random } from './bytes.ts'
import { concatBytes, fourBytes, numberOfFourBytes } from './bytes.ts'
import { sha256 } from './derive.ts'
import type { Member } from './directory.ts'
import type { BoxKeys } from '../../platform/hpke/index.ts'
import { type Json, messageSize, padJson, unpadJson } from './padding.ts'
import { Refused } from './refused.ts'

/** Why somebody asks to know who reported: read by the custodians and by whoever asked, and nobody else. */
export interface RequestPlace {
  id: Uint8Array
  /** The id of the request. */
  request: Uint8Array
  requester: string
}

const wrapLength = 32 + 48

/** `n (4) ‖ n wraps of a key, in the order of the readers ‖ box`. */
export function sealRequest(
  place: RequestPlace,
  reason: Json,
  readers: readonly Pick<Member, 'id' | 'x'>[],
  random: Random,
): Uint8Array {
  const key = random(32)
  const wraps = readers.map(({ id, x }) => sealTo(x, wrapPlace(place, id), key, random))
  const box = sealBox(key, reasonPlace(place), padJson(reason, messageSize), random)
  return concatBytes(fourBytes(wraps.length), ...wraps, box)
}

/** Null for whoever is not among its readers. */
export function openRequest(
  place: RequestPlace,
  reader: { id: string; x: BoxKeys },
  sealed: Uint8Array,
): unknown {
  const count = sealed.length < 4 ? 0 : numberOfFourBytes(sealed)
  const end = 4 + count * wrapLength
  if (sealed.length < end) throw new Refused('format')
  for (let at = 4; at < end; at += wrapLength) {
    const wrap = sealed.subarray(at, at + wrapLength)
    const key = openWith(reader.x, wrapPlace(place, reader.id), wrap)
    const plain = key && openBox(key, reasonPlace(place), sealed.subarray(end))
    if (plain) return unpadJson(plain)
  }
  return null
}

/** What each release is bound to: this request, with these very words. */
export function requestHash({ id, request, requester }: RequestPlace, sealed: Uint8Array) {
  return sha256(bind('identity-request', id, request, requester, sealed))
}

function wrapPlace({ id, request, requester }: RequestPlace, reader: string): Place {
  return ['identity-request-key', id, request, requester, reader]
}

function reasonPlace({ id, request, requester }: RequestPlace): Place {
  return ['identity-request', id, request, requester]
}

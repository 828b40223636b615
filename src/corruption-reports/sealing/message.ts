import { openBox, type Place, sealBox } from './box.ts'
import type { Random } from './bytes.ts'
import { derive, sha256 } from './derive.ts'
import { type Json, messageSize, padJson, unpadJson } from './padding.ts'
import { Refused } from './refused.ts'
import type { At } from './slots.ts'

export type Direction = 'to_officers' | 'to_reporter'

/** Where a message stands: both directions are counted together, each holds the hash of the one before. */
export interface MessagePlace extends At {
  direction: Direction
  seq: number
  /** `messageHash` of the one before, of any epoch; empty for the first. */
  previous: Uint8Array
}

export const noMessage = new Uint8Array(0)

export function messageHash(box: Uint8Array): Uint8Array {
  return sha256(box)
}

export function sealMessage(
  dialogueKey: Uint8Array,
  place: MessagePlace,
  body: Json | object,
  random: Random,
): Uint8Array {
  const key = derive(dialogueKey, place.direction)
  return sealBox(key, aadOf(place), padJson(body, messageSize), random)
}

export function openMessage(
  dialogueKey: Uint8Array,
  place: MessagePlace,
  box: Uint8Array,
): unknown {
  const plain = openBox(derive(dialogueKey, place.direction), aadOf(place), box)
  if (!plain) throw new Refused('tampered')
  return unpadJson(plain)
}

function aadOf({ id, epoch, direction, seq, previous }: MessagePlace): Place {
  return ['message', id, epoch, direction, seq, previous]
}

export interface StoredMessage {
  epoch: number
  direction: Direction
  box: Uint8Array
}

export interface Dialogue {
  /** Null where the reader has no key of that epoch. */
  messages: readonly { epoch: number; direction: Direction; body: unknown }[]
  /** Where the next message goes. */
  seq: number
  previous: Uint8Array
}

/** Opens a whole dialogue in order: one that was left out, moved or changed stops it. */
export function openDialogue(
  id: Uint8Array,
  stored: readonly StoredMessage[],
  keyOf: (epoch: number) => Uint8Array | null,
): Dialogue {
  let previous: Uint8Array = noMessage
  const messages = stored.map(({ epoch, direction, box }, index) => {
    const place = { id, epoch, direction, seq: index + 1, previous }
    const key = keyOf(epoch)
    const body = key ? openMessage(key, place, box) : null
    previous = messageHash(box)
    return { epoch, direction, body }
  })
  return { messages, seq: stored.length + 1, previous }
}

import { openWith, sealTo } from './box.ts'
import type { Random } from './bytes.ts'
import { bind, type Part } from './bind.ts'
import { sha256 } from './derive.ts'
import type { BoxKeys } from './hpke.ts'
import { sign, type SignKeys, verifies } from './member-key.ts'
import { type Json, messageSize, padJson, unpadJson } from './padding.ts'
import { Refused } from './refused.ts'

/** What an officer does with a report, as it is signed: its number, its name and all that it carries. */
export interface SignedAct {
  id: Uint8Array
  epoch: number
  seq: number
  act: string
  parts: readonly Part[]
}

/** With A of the epoch: who signs can read. */
export function signAct(action: SignKeys, act: SignedAct): Uint8Array {
  return sign(action, 'action', act.id, act.epoch, act.seq, bodyHash(act))
}

export function actIsSigned(actionKey: Uint8Array, act: SignedAct, signature: Uint8Array): boolean {
  return verifies(actionKey, signature, 'action', act.id, act.epoch, act.seq, bodyHash(act))
}

function bodyHash({ act, parts }: SignedAct): Uint8Array {
  return sha256(bind(act, ...parts))
}

/** For looking: who looks and the day are part of it, so that it is of no use to anybody else. */
export interface Reading {
  id: Uint8Array
  epoch: number
  by: string
  day: string
}

export function signReading(action: SignKeys, { id, epoch, by, day }: Reading): Uint8Array {
  return sign(action, 'reading', id, epoch, by, day)
}

export function readingIsSigned(
  actionKey: Uint8Array,
  { id, epoch, by, day }: Reading,
  signature: Uint8Array,
): boolean {
  return verifies(actionKey, signature, 'reading', id, epoch, by, day)
}

type At = Pick<SignedAct, 'id' | 'epoch' | 'seq'>

/** What an officer writes for whoever else reads: a reason, an outcome, a note. */
export function sealWords(
  contentKey: Uint8Array,
  { id, epoch, seq }: At,
  words: Json,
  random: Random,
): Uint8Array {
  return sealTo(contentKey, ['act', id, epoch, seq], padJson(words, messageSize), random)
}

export function openWords(content: BoxKeys, { id, epoch, seq }: At, sealed: Uint8Array): unknown {
  const padded = openWith(content, ['act', id, epoch, seq], sealed)
  if (!padded) throw new Refused('tampered')
  return unpadJson(padded)
}

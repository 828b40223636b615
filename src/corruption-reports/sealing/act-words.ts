import { openWith, sealTo } from './box.ts'
import type { Random } from './bytes.ts'
import type { BoxKeys } from '../../platform/hpke/index.ts'
import { type Json, messageSize, padJson, unpadJson } from './padding.ts'
import { Refused } from './refused.ts'
import type { At } from './slots.ts'

/** The number that the act has, so that its words are of no other. */
interface ActPlace extends At {
  seq: number
}

/** What an officer writes for whoever else reads: a reason, an outcome, a note. */
export function sealWords(
  contentKey: Uint8Array,
  { id, epoch, seq }: ActPlace,
  words: Json,
  random: Random,
): Uint8Array {
  return sealTo(contentKey, ['act', id, epoch, seq], padJson(words, messageSize), random)
}

export function openWords(
  content: BoxKeys,
  { id, epoch, seq }: ActPlace,
  sealed: Uint8Array,
): unknown {
  const padded = openWith(content, ['act', id, epoch, seq], sealed)
  if (!padded) throw new Refused('tampered')
  return unpadJson(padded)
}

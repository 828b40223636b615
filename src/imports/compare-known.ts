import type { Known } from './load-store.ts'
import type { LegacyCase } from './rows/legacy-case.ts'
import { commitmentOf, factsHash } from './seal.ts'

/** What a row is beside what is here under its number. An erased one stays as it is. */
export function compareKnown(
  one: LegacyCase,
  known: Known | undefined,
): 'new' | 'same' | 'changed' {
  if (!known) return 'new'
  if (factsHash(one) !== known.factsHash) return 'changed'
  if (known.salt === null) return 'same'
  return commitmentOf(known.salt, one.text, one.cells) === known.commitment ? 'same' : 'changed'
}

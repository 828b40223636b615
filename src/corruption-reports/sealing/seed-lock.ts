import { argon2id } from 'hash-wasm'
import { boxOverhead, openBox, type Place, sealBox } from './box.ts'
import { concatBytes, fourBytes, numberOfFourBytes, type Random } from './bytes.ts'
import { Refused } from './refused.ts'

/**
 * A member's seed behind their six words. By itself, and not in the index, because Argon2id is
 * WebAssembly that a reporter's page must not carry.
 */
export interface LockCost {
  memoryKiB: number
  passes: number
}

/** Argon2id, one lane, 32 bytes. A server has a faster one than WebAssembly. */
export type Stretch = (passphrase: string, salt: Uint8Array, cost: LockCost) => Promise<Uint8Array>

const standard: LockCost = { memoryKiB: 64 * 1024, passes: 3 }
const heaviest: LockCost = { memoryKiB: 1024 * 1024, passes: 16 }
const headLength = 1 + 4 + 1 + 16
export const lockedSeedLength = headLength + 32 + boxOverhead

/** `1 ‖ KiB (4) ‖ passes (1) ‖ salt (16) ‖ box`. The passphrase comes from `passphraseOf`. */
export async function lockSeed(
  { seed, passphrase, memberId }: { seed: Uint8Array; passphrase: string; memberId: string },
  random: Random,
  cost: LockCost = standard,
  stretch: Stretch = passphraseKey,
): Promise<Uint8Array> {
  refuseOtherCost(cost)
  const salt = random(16)
  const key = await stretch(passphrase, salt, cost)
  const head = [Uint8Array.of(1), fourBytes(cost.memoryKiB), Uint8Array.of(cost.passes), salt]
  return concatBytes(...head, sealBox(key, seedPlace(memberId), seed, random))
}

/** Refuses a blob that asks for less work: whoever had made it could guess the words. */
export async function unlockSeed({
  blob,
  passphrase,
  memberId,
}: {
  blob: Uint8Array
  passphrase: string
  memberId: string
}): Promise<Uint8Array> {
  if (blob.length !== lockedSeedLength || blob[0] !== 1) throw new Refused('format')
  const cost = { memoryKiB: numberOfFourBytes(blob.subarray(1, 5)), passes: blob[5] ?? 0 }
  refuseOtherCost(cost)
  const key = await passphraseKey(passphrase, blob.slice(6, headLength), cost)
  const seed = openBox(key, seedPlace(memberId), blob.subarray(headLength))
  if (!seed) throw new Refused('wrong_passphrase')
  return seed
}

function refuseOtherCost({ memoryKiB, passes }: LockCost): void {
  const weak = memoryKiB < standard.memoryKiB || passes < standard.passes
  const absurd = memoryKiB > heaviest.memoryKiB || passes > heaviest.passes
  if (weak || absurd) throw new Refused('weak_parameters')
}

const passphraseKey: Stretch = async (passphrase, salt, { memoryKiB, passes }) => {
  return argon2id({
    password: passphrase,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  })
}

function seedPlace(memberId: string): Place {
  return ['member', memberId]
}

import { beforeAll, describe, expect, it } from '@jest/globals'
import { hashRaw } from '@node-rs/argon2'
import { openBox } from '../../../src/corruption-reports/sealing/box.ts'
import {
  lockedSeedLength,
  lockSeed,
  unlockSeed,
} from '../../../src/corruption-reports/sealing/seed-lock.ts'
import { countingRandom } from './people.ts'

const seed = countingRandom(1)(32)
const passphrase = 'abac abdo abej abie abog abon'
const memberId = 'officer-1'
/** The number that the format gives it. */
const argon2id = 2
let blob: Uint8Array

describe('a seed locked with six words', () => {
  beforeAll(async () => {
    blob = await lockSeed({ seed, passphrase, memberId }, countingRandom(2))
  })

  it('opens with them, and for this member only', async () => {
    expect(blob).toHaveLength(lockedSeedLength)
    expect(await unlockSeed({ blob, passphrase, memberId })).toEqual(seed)
    await expect(unlockSeed({ blob, passphrase, memberId: 'officer-2' })).rejects.toThrow(
      'wrong_passphrase',
    )
    await expect(unlockSeed({ blob, passphrase: `${passphrase}s`, memberId })).rejects.toThrow(
      'wrong_passphrase',
    )
  })

  it('is locked by the Argon2id that others compute', async () => {
    const key = await hashRaw(passphrase, {
      algorithm: argon2id,
      memoryCost: 64 * 1024,
      timeCost: 3,
      parallelism: 1,
      outputLen: 32,
      salt: Buffer.from(blob.slice(6, 22)),
    })
    const place = ['member', memberId] as const
    expect(openBox(Uint8Array.from(key), place, blob.subarray(22))).toEqual(seed)
  })

  it.each([
    ['less memory', (weak: Uint8Array) => weak.fill(0, 1, 3)],
    ['fewer passes', (weak: Uint8Array) => weak.fill(2, 5, 6)],
    ['so much memory that the browser stops', (heavy: Uint8Array) => heavy.fill(255, 1, 2)],
  ])('is refused when the server says that it took %s', async (_, change) => {
    const changed = change(blob.slice())
    await expect(unlockSeed({ blob: changed, passphrase, memberId })).rejects.toThrow(
      'weak_parameters',
    )
  })

  it('is not locked with less', async () => {
    const lock = lockSeed({ seed, passphrase, memberId }, countingRandom(2), {
      memoryKiB: 1024,
      passes: 3,
    })
    await expect(lock).rejects.toThrow('weak_parameters')
  })
})

import { openBox, openWith } from '../../../src/corruption-reports/sealing/box.ts'
import { derive } from '../../../src/corruption-reports/sealing/derive.ts'
import { boxKeysOf, type BoxKeys } from '../../../src/platform/hpke/index.ts'
import { combineShares } from '../../../src/corruption-reports/sealing/shamir.ts'
import { unpadJson } from '../../../src/corruption-reports/sealing/padding.ts'
import type { StolenBox } from './stolen.ts'

/** Everything that the construction ever derives a key for. */
const symmetric = ['self', 'auth', 'open', 'receipt', 'to_officers', 'to_reporter']
const paired = ['x25519', 'content', 'mailbox']
const keyLength = 32
const shareLength = 33

export interface Opened {
  what: string
  text: string
}

/**
 * Tries every key on every box, and every key that an opened box gives on all the others, until
 * nothing more opens. What it is given are secrets of 32 bytes of whatever kind: seeds, peppers,
 * shares, hashes.
 */
export function tryEverything(boxes: readonly StolenBox[], loot: readonly Uint8Array[]): Opened[] {
  const opened = new Map<StolenBox, Uint8Array>()
  const known = new Set<string>()
  const shares: Uint8Array[] = []
  const waiting = [...loot]
  for (let secret = waiting.pop(); secret; secret = waiting.pop()) {
    const name = Buffer.from(secret).toString('hex')
    if (known.has(name)) continue
    known.add(name)
    const keys = once(() => keysFrom(secret))
    for (const box of boxes) {
      if (opened.has(box)) continue
      const plain = openOnce(box, name, keys)
      if (!plain) continue
      opened.set(box, plain)
      waiting.push(...secretsIn(plain))
      if (plain.length % shareLength === 0) {
        const found = pieces(plain, shareLength)
        waiting.push(...shares.flatMap((one) => found.flatMap((other) => combined(one, other))))
        shares.push(...found)
      }
    }
  }
  return [...opened].map(([{ what }, plain]) => ({ what, text: textOf(plain) }))
}

/** What a secret opened before is not tried again: loots have much in common. */
const tried = new WeakMap<StolenBox, Map<string, Uint8Array | null>>()

function openOnce(box: StolenBox, name: string, keys: () => Keys): Uint8Array | null {
  const before = tried.get(box) ?? new Map<string, Uint8Array | null>()
  tried.set(box, before)
  const found = before.get(name)
  if (found !== undefined) return found
  const plain = openSomehow(box, keys())
  before.set(name, plain)
  return plain
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

interface Keys {
  plain: readonly Uint8Array[]
  pairs: readonly BoxKeys[]
}

function keysFrom(secret: Uint8Array): Keys {
  const given = (purpose: string) => derive(secret, purpose)
  return {
    plain: [secret, ...symmetric.map(given)],
    pairs: [secret, ...paired.map(given)].map(boxKeysOf),
  }
}

function openSomehow({ place, box, isSymmetric }: StolenBox, keys: Keys): Uint8Array | null {
  if (isSymmetric) return firstOf(keys.plain, (key) => openBox(key, place, box))
  return firstOf(keys.pairs, (pair) => openWith(pair, place, box))
}

function firstOf<T>(keys: readonly T[], open: (key: T) => Uint8Array | null): Uint8Array | null {
  for (const key of keys) {
    const plain = open(key)
    if (plain) return plain
  }
  return null
}

/** Whatever in an opened box could be a key: its parts of 32 bytes, and what its JSON spells out. */
function secretsIn(plain: Uint8Array): Uint8Array[] {
  const spelled = [...textOf(plain).matchAll(/[\w-]{43}/g)].map(([text]) =>
    Buffer.from(text, 'base64url'),
  )
  return [...(plain.length < 1024 ? pieces(plain, keyLength) : []), ...spelled]
}

function pieces(bytes: Uint8Array, length: number): Uint8Array[] {
  const whole = Math.floor(bytes.length / length)
  return Array.from({ length: whole }, (_, at) => bytes.slice(at * length, (at + 1) * length))
}

function combined(one: Uint8Array, other: Uint8Array): Uint8Array[] {
  return one[0] === other[0] ? [] : [combineShares(one, other)]
}

function textOf(plain: Uint8Array): string {
  try {
    return JSON.stringify(unpadJson(plain))
  } catch {
    return ''
  }
}

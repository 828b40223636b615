/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export interface Chance {
  /** From 0 up to, never, 1. */
  next(): number
  /** Whole, both ends included. */
  int(from: number, to: number): number
  happens(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the names, as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name
  /** A source of its own for the n-th thing, whatever the others drew before. */
  of(n: number): Chance
}

export function makeChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    return mix(state) / 2 ** 32
  }
  const chance: Chance = {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    pick(list) {
      const one = list[Math.floor(next() * list.length)]
      if (one === undefined) throw new Error('Nothing to choose from')
      return one
    },
    weighted(weights) {
      const entries = Object.entries<number>(weights)
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)
      return (found?.[0] ?? '') as keyof typeof weights
    },
    of: (n) => makeChance(mix(mix(seed >>> 0) + Math.imul(n + 1, 0x9e3779b1))),
  }
  return chance
}

/** Mulberry32 by Tommy Ettinger, public domain. */
function mix(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), state | 1)
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
  return (bits ^ (bits >>> 14)) >>> 0
}

/** Each tail of a 95 % interval. */
const TAIL = 0.025
const HALVINGS = 60

/**
 * How much rarer something is after than before when it happened so seldom that no logarithm may be trusted. Of
 * all that happened, how many fell afterwards is binomial, whatever the rate (Przyborowski and Wilenski,
 * Biometrika 31, 1940); its share has the exact interval of Clopper and Pearson (Biometrika 26, 1934), and the
 * share of the counted gives the ratio back. It holds for none afterwards too; null where nothing happened.
 */
export function exactRatio(
  after: { events: number; base: number },
  before: { events: number; base: number },
): { ratio: number; low: number; high: number } | null {
  const all = after.events + before.events
  if (all === 0 || before.events === 0 || after.base <= 0 || before.base <= 0) return null
  const ratioOf = (share: number) => (share / (1 - share)) * (before.base / after.base)
  return {
    ratio: ratioOf(after.events / all),
    low: after.events === 0 ? 0 : ratioOf(shareWhere(after.events - 1, all, 1 - TAIL)),
    high: ratioOf(shareWhere(after.events, all, TAIL)),
  }
}

/** The share at which so few or fewer come out with that chance, which falls as the share grows. */
function shareWhere(few: number, all: number, chance: number): number {
  let [low, high] = [0, 1]
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2
    if (chanceOfAtMost(few, all, middle) > chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** By logarithms, so that the chances of thousands do not vanish. */
function chanceOfAtMost(few: number, all: number, share: number): number {
  let log = all * Math.log1p(-share)
  let sum = Math.exp(log)
  for (let count = 1; count <= few; count += 1) {
    log += Math.log((all - count + 1) / count) + Math.log(share) - Math.log1p(-share)
    sum += Math.exp(log)
  }
  return sum
}

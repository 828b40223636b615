/** What two coders, each alone, said of one segment. */
export interface CodedTwice {
  one: string
  other: string
}

export interface Agreement {
  /** Segments that both coded. */
  n: number
  both: number
  onlyOne: number
  onlyOther: number
  neither: number
  /** Null where chance alone leaves nothing to agree about. */
  kappa: number | null
}

/** From here on coders may go on alone (0.65; published studies call 0.67 satisfactory). */
export const GOOD_KAPPA = 0.65

/** Cohen's kappa, (observed − expected) / (1 − expected), of using a code or not using it. */
export function agreementOn(pairs: readonly CodedTwice[], code: string): Agreement {
  const n = pairs.length
  const both = pairs.filter(({ one, other }) => one === code && other === code).length
  const onlyOne = pairs.filter(({ one, other }) => one === code && other !== code).length
  const onlyOther = pairs.filter(({ one, other }) => one !== code && other === code).length
  const neither = n - both - onlyOne - onlyOther
  const [first, second] = [both + onlyOne, both + onlyOther]
  const expected = (first * second + (n - first) * (n - second)) / (n * n)
  return { n, both, onlyOne, onlyOther, neither, kappa: kappa((both + neither) / n, expected) }
}

/** Over all codes at once. */
export function overallKappa(pairs: readonly CodedTwice[]): number | null {
  const n = pairs.length
  const codes = new Set(pairs.flatMap(({ one, other }) => [one, other]))
  const expected = [...codes].reduce((sum, code) => {
    const first = pairs.filter(({ one }) => one === code).length
    const second = pairs.filter(({ other }) => other === code).length
    return sum + (first * second) / (n * n)
  }, 0)
  return kappa(pairs.filter(({ one, other }) => one === other).length / n, expected)
}

function kappa(observed: number, expected: number): number | null {
  if (Number.isNaN(observed) || expected > 1 - 1e-12) return null
  return (observed - expected) / (1 - expected)
}

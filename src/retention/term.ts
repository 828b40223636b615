import type { PlainDate } from '../platform/dates.ts'
import { findRetention, type RegimeFile, type HoldingCode } from '../regimes/index.ts'
import type { Holding } from './holding.ts'

/** One thing that has a term of its own: a holding, of a kind of case where kinds differ. */
export interface TermKey {
  holding: HoldingCode
  /** Empty: not told apart by kind. */
  kind: string
}

export interface OwnTerm extends TermKey {
  months: number
}

/** How long something is kept, and who says so. */
export interface Term extends TermKey {
  /** Null: nothing is erased by itself. */
  months: number | null
  own: boolean
  regimeMonths: number | null
  source: string | null
  atLeast: number
  atMost: number
}

const LONGEST = 1200

/** Own terms count within what the regime allows, also where it came to allow less meanwhile. */
export function termOf(
  { holding, kind }: TermKey,
  ownTerms: readonly OwnTerm[],
  regime: Pick<RegimeFile, 'retention'>,
  day: PlainDate,
): Term {
  const rule = findRetention(regime, holding, kind, day)
  const own = ownTerms.find((term) => term.holding === holding && term.kind === kind)
  const atLeast = rule?.atLeast ?? 1
  const atMost = rule?.atMost ?? LONGEST
  const regimeMonths = rule?.months ?? null
  return {
    holding,
    kind,
    months: own ? Math.min(Math.max(own.months, atLeast), atMost) : regimeMonths,
    own: own !== undefined,
    regimeMonths,
    source: rule?.source ?? null,
    atLeast,
    atMost,
  }
}

/** Of every holding; those of cases by kind, also of kinds that are no longer filed. */
export function listTerms(
  holdings: readonly Holding[],
  ownTerms: readonly OwnTerm[],
  regime: Pick<RegimeFile, 'retention' | 'kinds'>,
  day: PlainDate,
): Term[] {
  const kinds = [...new Set(regime.kinds.map(({ code }) => code))]
  return holdings.flatMap(({ code: holding, byKind }) =>
    (byKind ? kinds : ['']).map((kind) => termOf({ holding, kind }, ownTerms, regime, day)),
  )
}

/** As it stands in the record of changes and in addresses. */
export function termId({ holding, kind }: TermKey): string {
  return kind === '' ? holding : `${holding}-${kind}`
}

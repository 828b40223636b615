import { effectiveTerm, type BookRules, type OwnTerm } from '../../administrations/index.ts'
import type { RulesInUse } from '../../cases/index.ts'
import type { Step, TermRule } from '../../regimes/index.ts'

/** What an own term would change from its day on, and how many open cases keep what they have. */
export interface TermPreview {
  changes: readonly { kinds: readonly string[]; before: TermRule | undefined; after: TermRule }[]
  openCases: number
}

export function previewTerm(
  book: Pick<BookRules, 'regime' | 'ownTerms'>,
  own: OwnTerm,
  step: Step,
  inUse: readonly RulesInUse[],
): TermPreview {
  const kinds = book.regime.kinds
    .map(({ code }) => code)
    .filter((code) => own.kind === '*' || own.kind === code)
  const others = book.ownTerms.filter((known) => !isSamePlace(known, own))
  const then = { regime: book.regime, ownTerms: [...others, own] }
  const changes = new Map<
    string,
    { kinds: string[]; before: TermRule | undefined; after: TermRule }
  >()
  for (const kind of kinds) {
    const before = effectiveTerm(book, step, kind, own.validFrom)
    const after = effectiveTerm(then, step, kind, own.validFrom)
    if (!after || isSameTerm(before, after)) continue
    const key = [before?.days, before?.unit, after.days, after.unit].join(' ')
    const change = changes.get(key) ?? { kinds: [], before, after }
    change.kinds.push(kind)
    changes.set(key, change)
  }
  const touched = inUse.filter(({ kind }) => kinds.includes(kind))
  return {
    changes: [...changes.values()],
    openCases: touched.reduce((sum, { open }) => sum + open, 0),
  }
}

function isSamePlace(one: OwnTerm, other: OwnTerm): boolean {
  return one.step === other.step && one.kind === other.kind && one.validFrom === other.validFrom
}

function isSameTerm(one: TermRule | undefined, other: TermRule): boolean {
  return one?.days === other.days && one.unit === other.unit
}

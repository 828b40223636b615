import type { SaidFact, SaidSetting } from './setting.ts'

/** One line of a change: what was said before and what is said now; null where there was nothing. */
export interface DifferentFact {
  label: string
  before: string | null
  after: string | null
}

/** Only what differs, in the order in which it is said. */
export function differenceOf(
  before: SaidSetting | null,
  after: SaidSetting | null,
): DifferentFact[] {
  const labels = new Set([...factsOf(before), ...factsOf(after)].map(({ label }) => label))
  return [...labels]
    .map((label) => ({ label, before: textOf(before, label), after: textOf(after, label) }))
    .filter((fact) => fact.before !== fact.after)
}

function factsOf(said: SaidSetting | null): readonly SaidFact[] {
  return said?.facts ?? []
}

function textOf(said: SaidSetting | null, label: string): string | null {
  const text = factsOf(said).find((fact) => fact.label === label)?.text
  return text === undefined || text === '' ? null : text
}

import type { CaseFacts } from './case-facts.ts'

/** What a case mostly does not have; left out where facts are kept. */
const MOSTLY: Omit<CaseFacts, 'administrationId' | 'source' | 'caseId' | 'kind' | 'registeredOn'> =
  {
    centreId: null,
    unitId: null,
    serviceId: null,
    channel: null,
    motive: null,
    cause: null,
    language: null,
    acknowledgedAtOnce: true,
    firstResponse: null,
    triageDueOn: null,
    triagedOn: null,
    correctionAsked: false,
    dueOn: null,
    answer: null,
    answeredUndated: false,
    outcome: null,
    notice: null,
    endedOn: null,
    ending: null,
    olderOn: { 10: null, 20: null, 30: null },
    repeated: false,
    rating: null,
    stays: [],
  }

export type KeptFacts = Partial<CaseFacts> & Pick<CaseFacts, 'kind' | 'registeredOn'>

/** As they are stored: beside the key of their row, and without what most cases do not have. */
export function keep({
  administrationId: _,
  source: __,
  caseId: ___,
  ...facts
}: CaseFacts): KeptFacts {
  const usual = new Map(
    Object.entries(MOSTLY).map(([name, value]) => [name, JSON.stringify(value)]),
  )
  const told = Object.entries(facts).filter(
    ([name, value]) => JSON.stringify(value) !== usual.get(name),
  )
  return Object.fromEntries(told) as KeptFacts
}

export function restore(
  key: Pick<CaseFacts, 'administrationId' | 'source' | 'caseId'>,
  kept: KeptFacts,
): CaseFacts {
  return { ...MOSTLY, ...kept, ...key }
}

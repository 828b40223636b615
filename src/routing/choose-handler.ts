export interface PossibleHandler {
  accountId: string
  /** Open cases that they handle today. */
  openCases: number
  absent: boolean
  /** The absent member for whom they stand in; may belong to another unit. */
  substituteOf: string | null
}

export type Standing = 'chosen' | 'more_loaded' | 'absent' | 'named_in_case'

export type Candidate = PossibleHandler & { standing: Standing }

export interface HandlerChoice {
  /** Nobody is left: the head of the unit assigns. */
  accountId: string | null
  candidates: readonly Candidate[]
}

/** The least loaded of those present whom the case does not name; equal loads go by account, always alike. */
export function chooseHandler(
  people: readonly PossibleHandler[],
  excludedAccountIds: readonly string[],
): HandlerChoice {
  const chosen = people
    .filter(({ accountId, absent }) => !absent && !excludedAccountIds.includes(accountId))
    .sort(byLoad)[0]
  const standingOf = (person: PossibleHandler): Standing => {
    if (person === chosen) return 'chosen'
    if (excludedAccountIds.includes(person.accountId)) return 'named_in_case'
    return person.absent ? 'absent' : 'more_loaded'
  }
  return {
    accountId: chosen?.accountId ?? null,
    candidates: people.map((person) => ({ ...person, standing: standingOf(person) })),
  }
}

function byLoad(one: PossibleHandler, other: PossibleHandler): number {
  return one.openCases - other.openCases || (one.accountId < other.accountId ? -1 : 1)
}

export interface UnitMember {
  accountId: string
  /** Open cases that they handle today. */
  openCases: number
  absent: boolean
  /** Who stands in while they are absent; may belong to another unit. */
  substitute: UnitMember | null
}

export type Standing = 'chosen' | 'more_loaded' | 'absent' | 'named_in_case'

export interface Candidate {
  accountId: string
  openCases: number
  standing: Standing
  /** For whom they stand in. */
  substituteOf: string | null
}

export interface HandlerChoice {
  /** Nobody is left: the head of the unit assigns. */
  accountId: string | null
  candidates: readonly Candidate[]
}

/** The least loaded of those present whom the case does not name; equal loads go by account, always alike. */
export function chooseHandler(
  members: readonly UnitMember[],
  excludedAccountIds: readonly string[],
): HandlerChoice {
  const candidates = standIns(members).map((candidate) =>
    excludedAccountIds.includes(candidate.accountId)
      ? { ...candidate, standing: 'named_in_case' as const }
      : candidate,
  )
  const chosen = candidates
    .filter((candidate) => candidate.standing === 'more_loaded')
    .sort(byLoad)[0]
  return {
    accountId: chosen?.accountId ?? null,
    candidates: candidates.map((candidate) =>
      candidate === chosen ? { ...candidate, standing: 'chosen' as const } : candidate,
    ),
  }
}

/** Everybody once: members, and for the absent ones whoever stands in, along the chain. */
function standIns(members: readonly UnitMember[]): Candidate[] {
  const seen = new Map<string, Candidate>()
  for (const member of members) addMember(seen, member, null)
  for (const member of members) {
    let before = member
    while (before.absent && before.substitute && !seen.has(before.substitute.accountId)) {
      addMember(seen, before.substitute, before.accountId)
      before = before.substitute
    }
  }
  return [...seen.values()]
}

function addMember(
  seen: Map<string, Candidate>,
  member: UnitMember,
  substituteOf: string | null,
): void {
  seen.set(member.accountId, {
    accountId: member.accountId,
    openCases: member.openCases,
    standing: member.absent ? 'absent' : 'more_loaded',
    substituteOf,
  })
}

function byLoad(one: Candidate, other: Candidate): number {
  return one.openCases - other.openCases || (one.accountId < other.accountId ? -1 : 1)
}

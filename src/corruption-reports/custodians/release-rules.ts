import type { IdentityRelease } from '../identity-store.ts'

export type Decision = 'open' | 'released' | 'refused'

/** Released by as many as the rules ask for; refused once too few are left who could still agree. */
export function decisionOf(
  releases: readonly Pick<IdentityRelease, 'share'>[],
  custodians: number,
  needed: number,
): Decision {
  const given = releases.filter(({ share }) => share !== null).length
  if (given >= needed) return 'released'
  const undecided = custodians - releases.length
  return given + undecided < needed ? 'refused' : 'open'
}

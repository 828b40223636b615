import type { Member, MemberIdentity } from '../sealing/index.ts'

/** What the directory says of somebody whose name or units are others by now; their keys stay the same. */
export function outdatedEntry(
  identity: MemberIdentity | null,
  members: readonly Member[],
): Member | null {
  const known = members.find(({ id }) => id === identity?.id)
  // another role is another duty: it needs keys of its own
  if (!identity || known?.role !== identity.role) return null
  const isSame = known.name === identity.name && setOf(known.units) === setOf(identity.units)
  return isSame ? null : known
}

const setOf = (units: readonly string[]) => [...units].sort().join(' ')

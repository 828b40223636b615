import type { BookRules } from '../../administrations/index.ts'
import {
  isGenuine,
  memberRoles,
  Refused,
  type MemberIdentity,
  type MemberRecord,
  type MemberRole,
} from '../sealing/index.ts'

/** Somebody's account and what they hold in the administration today. */
export interface RoleHolder {
  accountId: string
  name: string
  roles: readonly MemberRole[]
  /** Of their grants. */
  unitIds: readonly string[]
}

/**
 * As the directory would name them. Null for who holds none of the roles, or several: who asks for an
 * identity never releases it, and who keeps shares reads nothing.
 */
export function identityOf(
  holder: RoleHolder,
  { units, officials }: Pick<BookRules, 'units' | 'officials'>,
): MemberIdentity | null {
  const [role, ...others] = holder.roles
  if (!role || others.length > 0) return null
  const posts = officials
    .filter(({ accountId }) => accountId === holder.accountId)
    .flatMap(({ unitId }) => unitId ?? [])
  const own = [...new Set([...posts, ...holder.unitIds])]
  const all = new Set(own.flatMap((unitId) => withThoseAbove(unitId, units)))
  return { id: holder.accountId, role, name: holder.name, units: [...all].sort() }
}

/** A report about a whole department is also about each of its units. */
function withThoseAbove(unitId: string, units: BookRules['units']): string[] {
  const path: string[] = []
  for (let at: string | null = unitId; at !== null && !path.includes(at);) {
    path.push(at)
    const here: string = at
    at = units.find((unit) => unit.unitId === here)?.parentUnitId ?? null
  }
  return path
}

export function isMemberRole(role: string): role is MemberRole {
  return memberRoles.some((each) => each === role)
}

/** Somebody may say their own name and units, and no others. */
export function isOf(identity: MemberIdentity, { id, role, name, units }: MemberRecord): boolean {
  return JSON.stringify(identity) === JSON.stringify({ id, role, name, units })
}

export function isProven(record: MemberRecord, administrationId: string): boolean {
  try {
    return isGenuine(record, administrationId)
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

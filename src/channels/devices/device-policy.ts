import { holds, holdsWithin, type Role, type Staff } from '../../people/index.ts'
import type { Device } from './device.ts'

type Placed = Pick<Device, 'administrationId' | 'centreId'>

/** Who makes tablets, switches them off and confirms what was set aside; a head, those of their centre. */
export const KEEPERS: readonly Role[] = ['claims_manager', 'deputy_claims_manager', 'office_head']

/** Who sees how they are: also whoever stands beside one. */
export const WATCHERS: readonly Role[] = [...KEEPERS, 'site_officer']

export function mayKeep(staff: Staff, device: Placed): boolean {
  return holds(staff, KEEPERS, device)
}

export function maySee(staff: Staff, device: Placed): boolean {
  return holds(staff, WATCHERS, device)
}

export function keepsSome(staff: Staff, administrationId: string): boolean {
  return holdsWithin(staff, KEEPERS, administrationId)
}

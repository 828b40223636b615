import type { Request } from 'express'
import { holds, listStaffEver } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { RESPONSIBLES } from '../workload-policy.ts'
import type { Room } from './room.ts'

/** Whose cases the page is about. */
export interface Giver {
  accountId: string
  name: string
  /** Somebody prepares their own handover; who leads them makes it. */
  mayHandOver: boolean
}

/** Oneself, one's people, and for the responsible also who has left. */
export async function giverOf(system: System, room: Room, request: Request): Promise<Giver> {
  const { staff, people, colleagues, deed } = room
  const accountId = idIn(request, 'personId')
  const led = people.find((each) => each.accountId === accountId)
  if (led) return { accountId, name: led.name, mayHandOver: true }
  const own = colleagues.find((each) => each.accountId === accountId)
  if (own && accountId === staff.accountId) {
    return { accountId, name: own.name, mayHandOver: false }
  }
  const { administrationId } = deed
  if (!holds(staff, RESPONSIBLES, { administrationId })) throw new NotFound()
  const ever = await listStaffEver(system.db, administrationId)
  const left = ever.find((each) => each.accountId === accountId)
  if (!left) throw new NotFound()
  return { accountId, name: left.name, mayHandOver: true }
}

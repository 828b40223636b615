import { touchAdministration } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { listRules, swapPositions } from '../routing-rule-store.ts'
import type { StaffDeed } from '../../people/index.ts'

export type Direction = 'up' | 'down'

/** One place towards the first or the last; at the end of the list nothing moves. */
export async function moveRule(
  db: Db,
  deed: StaffDeed,
  ruleId: string,
  direction: Direction,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const order = (await listRules(tx, deed.administrationId)).map((rule) => rule.ruleId)
    const place = order.indexOf(ruleId)
    if (place < 0) throw new NotFound()
    const other = order[direction === 'up' ? place - 1 : place + 1]
    if (other === undefined) return
    await swapPositions(tx, deed.administrationId, [ruleId, other])
    const details = { ruleId, direction, passed: other }
    await recordChange(tx, { ...deed, action: 'routing_rule_moved', details })
  })
}

import { touchAdministration } from '../../administrations/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import type { StaffDeed } from '../../people/index.ts'
import { settleWithin } from '../../settings/index.ts'
import { ORDER, orderSetting } from '../order-setting.ts'
import { inOrder } from '../rule-order.ts'

/** Tries the rules in another order from now on; what it does not name stays behind the others. */
export async function orderRules(
  db: Db,
  deed: StaffDeed,
  { order, version }: { order: readonly string[]; version: number },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const rules = (await orderSetting.find(tx, deed.administrationId, ORDER)) ?? []
    const value = inOrder(rules, order)
    await settleWithin(tx, deed, orderSetting, { id: ORDER, version, value })
  })
}

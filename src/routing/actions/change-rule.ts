import { inTransaction, type Db } from '../../platform/database/connection.ts'
import type { StaffDeed } from '../../people/index.ts'
import { settleWithin } from '../../settings/index.ts'
import { getRule } from '../routing-rule-store.ts'
import type { RoutingRule } from '../routing-rule.ts'
import { ruleSetting } from '../rule-setting.ts'
import { checkRule } from './check-rule.ts'

export interface SettledRule {
  rule: RoutingRule
  /** The version that the person saw; 0 for one that is new or came from a file. */
  version: number
}

/** Cases that the rule routed before keep the desk that they have. */
export async function changeRule(
  db: Db,
  deed: StaffDeed,
  { rule, version }: SettledRule,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await getRule(tx, deed.administrationId, rule.ruleId)
    await checkRule(tx, deed, rule)
    await settleWithin(tx, deed, ruleSetting, { id: rule.ruleId, version, value: rule })
  })
}

import { touchAdministration } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { getRule, updateRule } from '../routing-rule-store.ts'
import type { RoutingRule } from '../routing-rule.ts'
import type { RuleInput } from '../rule-input.ts'
import { checkRule } from './check-rule.ts'
import type { StaffDeed } from '../../people/index.ts'

/** Cases that the rule routed before keep the desk that they have. */
export async function changeRule(
  db: Db,
  deed: StaffDeed,
  ruleId: string,
  rule: RuleInput,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const before = await getRule(tx, deed.administrationId, ruleId)
    await checkRule(tx, deed, rule)
    const after = { ruleId, ...rule }
    await updateRule(tx, deed.administrationId, after)
    const changed = changedFields(before, after)
    await recordChange(tx, {
      ...deed,
      action: 'routing_rule_changed',
      details: { ruleId, changed },
    })
  })
}

function changedFields(before: RoutingRule, after: RoutingRule): string[] {
  const fields = Object.keys(after) as (keyof RoutingRule)[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

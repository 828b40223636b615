import { randomUUID } from 'node:crypto'
import { touchAdministration } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { insertRules } from '../routing-rule-store.ts'
import type { RuleInput } from '../rule-input.ts'
import { checkRule } from './check-rule.ts'
import type { StaffDeed } from '../../people/index.ts'

/** Adds a rule behind all others. */
export async function addRule(db: Db, deed: StaffDeed, rule: RuleInput): Promise<string> {
  return inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    await checkRule(tx, deed, rule)
    const ruleId = randomUUID()
    await insertRules(tx, deed.administrationId, [{ ruleId, ...rule }])
    await recordChange(tx, { ...deed, action: 'routing_rule_added', details: { ruleId } })
    return ruleId
  })
}

import { randomUUID } from 'node:crypto'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import type { StaffDeed } from '../../people/index.ts'
import { settleWithin } from '../../settings/index.ts'
import type { RuleInput } from '../rule-input.ts'
import { listRules, updatePositions } from '../routing-rule-store.ts'
import { withNewRule } from '../rule-order.ts'
import { ruleSetting } from '../rule-setting.ts'
import { checkRule } from './check-rule.ts'

/** Adds a rule behind all others, but before a wider one that would leave nothing to it. */
export async function addRule(db: Db, deed: StaffDeed, rule: RuleInput): Promise<string> {
  return inTransaction(db, async (tx) => {
    const { administrationId, timeZone } = (await checkRule(tx, deed, rule)).administration
    const ruleId = randomUUID()
    const value = { ruleId, ...rule }
    const before = await listRules(tx, administrationId)
    await settleWithin(tx, deed, ruleSetting, { id: ruleId, version: 0, value })
    const rules = withNewRule(before, value, localDate(deed.at, timeZone))
    const order = rules.map((each) => each.ruleId)
    await updatePositions(tx, administrationId, order)
    return ruleId
  })
}

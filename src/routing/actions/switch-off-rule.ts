import { touchAdministration } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import { getRule, updateRule } from '../routing-rule-store.ts'
import type { StaffDeed } from '../../people/index.ts'

/** From today on the rule decides nothing; it stays, since cases say that it routed them. */
export async function switchOffRule(
  db: Db,
  deed: StaffDeed,
  ruleId: string,
  today: PlainDate,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const rule = await getRule(tx, deed.administrationId, ruleId)
    const validUntil = addDays(today, -1)
    const validFrom = rule.validFrom !== null && rule.validFrom > validUntil ? null : rule.validFrom
    await updateRule(tx, deed.administrationId, { ...rule, validFrom, validUntil })
    await recordChange(tx, { ...deed, action: 'routing_rule_switched_off', details: { ruleId } })
  })
}

/** From today on the rule decides again, in its old place. */
export async function switchOnRule(
  db: Db,
  deed: StaffDeed,
  ruleId: string,
  today: PlainDate,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const rule = await getRule(tx, deed.administrationId, ruleId)
    const dates = { validFrom: today, validUntil: null }
    await updateRule(tx, deed.administrationId, { ...rule, ...dates })
    await recordChange(tx, { ...deed, action: 'routing_rule_switched_on', details: { ruleId } })
  })
}

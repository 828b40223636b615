import { z } from 'zod'
import { touchAdministration } from '../administrations/index.ts'
import { NotAllowed } from '../platform/errors.ts'
import type { Setting } from '../settings/index.ts'
import { rulers } from './rule-policy.ts'
import { listRules, updatePositions } from './routing-rule-store.ts'

/** The rules in the order in which they are tried, by the names that they had. */
export type RuleOrder = readonly { ruleId: string; name: string }[]

/** There is one of each book: its id is this word. */
export const ORDER = 'whole'

export const orderSetting: Setting<RuleOrder> = {
  subject: 'routing_order',
  text: 'routing.order.one',
  roles: rulers,
  schema: z.array(z.object({ ruleId: z.string(), name: z.string() })),
  async find(db, administrationId) {
    const rules = await listRules(db, administrationId)
    return rules.map(({ ruleId, name }) => ({ ruleId, name }))
  },
  async write(tx, { administrationId }, _id, order) {
    if (order === null) throw new NotAllowed()
    await touchAdministration(tx, administrationId)
    const ids = order.map(({ ruleId }) => ruleId)
    await updatePositions(tx, administrationId, ids)
  },
  say: (order, { t }) => ({
    name: t('routing.order.one'),
    facts: order.map(({ name }, index) => ({ label: name, text: String(index + 1) })),
  }),
}

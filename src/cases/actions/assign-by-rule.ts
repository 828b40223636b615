import type { Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import type { BookRules } from '../../administrations/index.ts'
import { chooseHandlerInUnit } from '../../routing/index.ts'
import { countOpenCases, lockCase } from '../case-store.ts'
import { finishStep } from '../case-clocks.ts'
import type { ComposedFiling } from '../compose-filing.ts'
import { tellStaff } from '../tell.ts'
import { moveCase } from './move-case.ts'

/** Only where the administration switched it on for the rule: no person confirms, the unit has it at once. */
export async function assignByRule(
  tx: Tx,
  system: System,
  book: BookRules,
  { route }: ComposedFiling,
  caseNumber: string,
  now: Date,
): Promise<void> {
  const { unitId } = route
  if (unitId === null) return
  const { administrationId, timeZone } = book.administration
  const today = localDate(now, timeZone)
  const item = await lockCase(tx, { administrationId, caseNumber })
  const { excludedAccountIds } = route
  const unit = { administrationId, unitId, day: today, excludedAccountIds }
  const { accountId } = await chooseHandlerInUnit(tx, unit, countOpenCases)
  await finishStep({ tx, item, now }, 'triage')
  const moved = await moveCase(tx, item, {
    action: 'assign_by_rule',
    actor: { as: 'system' },
    now,
    changes: { desk: 'unit', unit_id: unitId, handler_id: accountId },
    details: { unitId, handlerId: accountId, routingRuleId: route.ruleId },
  })
  await tellStaff(
    { tx, system, item: moved, book, today, now },
    'case_assigned',
    accountId ? { accountId } : { role: 'unit_head', unitId },
  )
}

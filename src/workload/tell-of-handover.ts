import { listContacts, listHolders } from '../people/index.ts'
import { queueNotice } from '../notices/index.ts'
import { inTransaction } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { System } from '../system.ts'
import type { Handover } from './handover-store.ts'

export const HANDED_OVER = 'cases_handed_over'

/** To somebody, or to the desk of a unit; without either it is the responsible's again. */
export interface MovedCase {
  to: string | null
  unitId: string | null
}

/** One letter a person, however many cases: giver, takers, and the responsible where the system moved them. */
export async function tellOfHandover(
  system: System,
  { administrationId, handoverId, fromAccountId, madeBy, madeAt }: Handover,
  moved: readonly MovedCase[],
  today: PlainDate,
): Promise<void> {
  await inTransaction(system.db, async (tx) => {
    const takers = new Set(moved.flatMap(({ to }) => to ?? []))
    const unitIds = new Set(moved.flatMap(({ to, unitId }) => (to === null ? (unitId ?? []) : [])))
    for (const unitId of unitIds) {
      const place = { administrationId, unitId }
      for (const head of await listHolders(tx, ['unit_head'], place, today)) takers.add(head)
    }
    const isResponsibles = madeBy === null || moved.some(({ to, unitId }) => !to && !unitId)
    const responsibles = isResponsibles
      ? await listHolders(tx, ['claims_manager'], { administrationId }, today)
      : []
    const told = new Set([fromAccountId, ...takers, ...responsibles])
    if (madeBy !== null) told.delete(madeBy)
    for (const { accountId, language } of await listContacts(tx, [...told])) {
      const to = { recipient: 'account' as const, accountId }
      const details = { handoverId, gave: accountId === fromAccountId }
      const notice = { administrationId, template: HANDED_OVER, to, language, details }
      await queueNotice(tx, system.jobs, notice, madeAt)
    }
  })
}

import type { System } from '../../system.ts'
import { getBookRulesById } from '../../administrations/index.ts'
import { listHolders } from '../../people/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { BookRules } from '../../administrations/index.ts'
import { leadsFrom } from '../case-states.ts'
import type { LockedCase } from '../case-store.ts'
import { lockCasesById } from '../deadline-watch-store.ts'
import { accountsNamed } from '../tell.ts'
import { moveCase } from './move-case.ts'

export type ReleasedTo = 'unit' | 'responsible'

/**
 * Whoever had it in hand works here no more: the case goes to the desk of its unit, and back to the responsible
 * where nobody leads that. Null: it is in other hands by now.
 */
export async function releaseCase(
  system: System,
  ref: { administrationId: string; caseId: string },
  handlerId: string,
  now: Date,
): Promise<ReleasedTo | null> {
  const book = await getBookRulesById(system, ref.administrationId, now)
  const today = localDate(now, book.administration.timeZone)
  return inTransaction(system.db, async (tx) => {
    const [item] = await lockCasesById(tx, [ref])
    if (!item?.isOpen || item.handlerId !== handlerId) return null
    const stays = await hasHead(tx, item, book, today)
    const step = stays || !leadsFrom('return', item.state, item.kind) ? 'release' : 'return'
    const { unitId } = item
    await moveCase(tx, item, {
      action: step,
      actor: { as: 'system' },
      now,
      reason: 'handler_left',
      ...(step === 'release'
        ? {
            changes: { handler_id: null, desk: stays ? 'unit' : 'claims_manager' },
            details: { unitId, handlerId: null, fromHandlerId: handlerId },
          }
        : {
            changes: { handler_id: null, unit_id: null, desk: 'claims_manager' },
            details: { fromUnitId: unitId, fromHandlerId: handlerId },
          }),
    })
    return stays ? 'unit' : 'responsible'
  })
}

async function hasHead(
  tx: Tx,
  item: LockedCase,
  book: BookRules,
  today: PlainDate,
): Promise<boolean> {
  const { administrationId, unitId } = item
  if (unitId === null || !book.units.some((unit) => unit.unitId === unitId)) return false
  const heads = await listHolders(tx, ['unit_head'], { administrationId, unitId }, today)
  const named = accountsNamed(item, book)
  return heads.some((head) => !named.includes(head))
}

import type { System } from '../../system.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { NotAllowed, WrongState } from '../../platform/errors.ts'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { getRegimeVersion, isTransitionOn, type RegimeFile } from '../../regimes/index.ts'
import { leadsFrom, type CaseAction } from '../case-states.ts'
import type { ContentKind } from '../case-tables.ts'
import { lockCase, type CaseRef, type LockedCase } from '../case-store.ts'
import { newContent, type NewContent } from '../content-store.ts'
import { moveCase, type Step } from './move-case.ts'

export interface PersonStepContext {
  tx: Tx
  system: System
  item: LockedCase
  book: BookRules
  regime: RegimeFile
  today: string
  now: Date
  write(kind: ContentKind, body: string): NewContent
}

/** A step of the person of the case, whole. The page has already matched number and secret. */
export async function takePersonStep(
  system: System,
  ref: CaseRef,
  action: CaseAction,
  now: Date,
  prepare: (context: PersonStepContext) => Promise<Omit<Step, 'action' | 'actor' | 'now'>>,
): Promise<LockedCase> {
  const book = await getBookRulesById(system, ref.administrationId, now)
  const today = localDate(now, book.administration.timeZone)
  return inTransaction(system.db, async (tx) => {
    const item = await lockCase(tx, ref)
    const regime = await getRegimeVersion(tx, item.regimeCode, item.regimeVersion)
    if (!leadsFrom(action, item.state, item.kind)) throw new WrongState()
    if (!isTransitionOn(regime, action, item.kind, today)) throw new NotAllowed()
    const about = {
      administrationId: item.administrationId,
      caseId: item.caseId,
      accountId: null,
      now,
    }
    const write = (kind: ContentKind, body: string) => newContent(about, kind, body)
    const step = await prepare({ tx, system, item, book, regime, today, now, write })
    return moveCase(tx, item, { ...step, action, actor: { as: 'person' }, now })
  })
}

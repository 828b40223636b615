import type { System } from '../../system.ts'
import { clearErasedFiles } from '../../attachments/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { WrongState } from '../../platform/errors.ts'
import { lockCase, type CaseRef, type LockedCase } from '../case-store.ts'
import { listErasure } from '../erasure-list.ts'
import { insertErasure } from '../erasure-store.ts'
import { erasePerson, findPerson } from '../person-store.ts'
import { eraseCase } from './erase-case.ts'
import { eraseWords } from './erase-words.ts'
import { moveCase } from './move-case.ts'

/** `content` is everything, who it was included; `identity` leaves what was told. */
export type Forgotten = 'content' | 'identity'

/**
 * A case that has ended gives up its content or its identity on its day. False: it is held, goes on again,
 * or was erased meanwhile. Files leave the disk with `clearErasedFiles`, once for many cases.
 */
export async function eraseEndedCase(
  { db }: Pick<System, 'db'>,
  ref: CaseRef,
  { what, endedBefore }: { what: Forgotten; endedBefore: Date },
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const item = await lockCase(tx, ref)
    const endedAt = item.closedAt ?? item.notifiedAt
    const isDue = !item.isOpen && !item.reviewAsked && endedAt !== null && endedAt < endedBefore
    if (item.held || !isDue || !(await isThere(tx, item, what))) return false
    await forget(tx, item, what, 'retention', now)
    return true
  })
}

/**
 * Because its person asked the office: an open case is withdrawn and erased as from the page where it is
 * followed, another gives up what was asked. Held ones are refused with WrongState.
 */
export async function eraseForRequest(
  system: System,
  ref: CaseRef,
  what: Forgotten,
  now: Date,
): Promise<void> {
  const done = await inTransaction(system.db, async (tx) => {
    const item = await lockCase(tx, ref)
    if (item.held) throw new WrongState()
    // without its person an open case cannot be answered: all of it goes
    if (item.isOpen) return false
    if (await isThere(tx, item, what)) await forget(tx, item, what, 'request', now)
    return true
  })
  if (!done) {
    await eraseCase(system, ref, now)
    return
  }
  await clearErasedFiles(system)
  listErasure(system.config, { ...ref, what })
}

async function isThere(tx: Tx, item: LockedCase, what: Forgotten): Promise<boolean> {
  if (what === 'content') return item.summary !== ''
  return (await findPerson(tx, item.administrationId, item.caseId)) !== null
}

async function forget(
  tx: Tx,
  item: LockedCase,
  what: Forgotten,
  reason: 'retention' | 'request',
  now: Date,
): Promise<void> {
  if (what === 'content') {
    await eraseWords({ tx, item, now }, { motives: reason === 'retention' ? 'kept' : 'erased' })
  } else await erasePerson(tx, item, now)
  if (reason === 'request') await insertErasure(tx, item, what, now)
  await moveCase(tx, item, {
    action: 'keep_no_longer',
    actor: { as: 'system' },
    now,
    reason,
    details: { what },
    changes: { closed_at: item.closedAt, close_reason: item.closeReason },
  })
}

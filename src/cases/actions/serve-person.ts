import type { System } from '../../system.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { WrongState } from '../../platform/errors.ts'
import { lockCase, type CaseRef } from '../case-store.ts'
import type { PersonInput } from '../filing.ts'
import { insertOpposition, isOpposed } from '../opposition-store.ts'
import { newPerson, upsertPerson } from '../person-store.ts'
import { moveCase, type Actor } from './move-case.ts'

/**
 * What is done to a case because its person asked for it, besides erasing. Whoever decided it was asked
 * before: the room of the requests keeps who may.
 */
export interface ServedBy {
  accountId: string
  role: string
}

/** What was wrong about who they are is put right; the history keeps that it was, by a new promise. */
export async function correctPerson(
  { db }: Pick<System, 'db'>,
  ref: CaseRef,
  by: ServedBy,
  input: PersonInput,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const item = await lockCase(tx, ref)
    const person = newPerson(item, input)
    if (!person || item.summary === '') throw new WrongState()
    await upsertPerson(tx, person.row)
    await moveCase(tx, item, {
      action: 'correct_person',
      actor: staff(by),
      now,
      promises: [person.promise],
    })
  })
}

/** Done twice, it counts once. */
export async function opposeAnalysis(
  { db }: Pick<System, 'db'>,
  ref: CaseRef,
  by: ServedBy,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const item = await lockCase(tx, ref)
    if (await isOpposed(tx, item)) return
    await insertOpposition(tx, item, now)
    await moveCase(tx, item, { action: 'oppose_analysis', actor: staff(by), now })
  })
}

function staff({ accountId, role }: ServedBy): Actor {
  return { as: 'staff', accountId, role }
}

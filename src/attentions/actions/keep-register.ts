import { randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { addOne } from '../count-store.ts'
import {
  erasePerson,
  findKeepsRegister,
  insertEntry,
  upsertKeepsRegister,
  type RegisterEntry,
} from '../register-store.ts'
import type { StaffDeed } from '../../people/index.ts'

type Ground = Pick<System, 'db'>

/** Whether the administration keeps a register of the people attended; without it nobody is written down. */
export async function switchRegister({ db }: Ground, deed: StaffDeed, on: boolean): Promise<void> {
  await inTransaction(db, async (tx) => {
    await upsertKeepsRegister(tx, deed.administrationId, on, { at: deed.at, by: deed.accountId })
    const action = on ? 'attention_register_switched_on' : 'attention_register_switched_off'
    await recordChange(tx, { ...deed, action })
  })
}

/** Writes down who was attended, and counts them. */
export async function registerAttention(
  { db }: Ground,
  { administrationId, accountId }: StaffDeed,
  entry: Omit<RegisterEntry, 'entryId' | 'erasedOn'>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await findKeepsRegister(tx, administrationId))) throw new NotAllowed()
    await insertEntry(tx, administrationId, { ...entry, entryId: randomUUID() }, accountId)
    await addOne(tx, administrationId, entry, 'register')
  })
}

export async function eraseFromRegister(
  { db }: Ground,
  deed: StaffDeed,
  { entryId, today }: { entryId: string; today: PlainDate },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await erasePerson(tx, deed.administrationId, entryId, today))) throw new NotFound()
    await recordChange(tx, { ...deed, action: 'attention_person_erased', details: { entryId } })
  })
}

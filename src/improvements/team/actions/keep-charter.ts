import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Charter, CharterMember } from '../charter.ts'
import { insertCharter, listCharters, updateSigned } from '../charter-store.ts'

type Ground = Pick<System, 'db'>

export interface CharterToWrite extends Pick<
  Charter,
  'centreId' | 'year' | 'meets' | 'keepsOrder'
> {
  /** The version that it was made from; 0: the first. */
  from: number
  members: readonly Omit<CharterMember, 'signedOn'>[]
}

/** The next version; what was signed before keeps its signatures and is not signed for this one. */
export async function writeCharter(
  { db }: Ground,
  deed: StaffDeed,
  { from, members, ...charter }: CharterToWrite,
): Promise<string> {
  const { administrationId, accountId: writtenBy, at: writtenAt } = deed
  const charterId = randomUUID()
  await inTransaction(db, async (tx) => {
    const [newest] = await listCharters(tx, { administrationId, ...charter })
    const version = newest?.version ?? 0
    if (version !== from) throw new Invalid([{ field: 'from', code: 'changed' }])
    await insertCharter(tx, {
      ...{ administrationId, charterId, writtenBy, writtenAt, ...charter },
      version: version + 1,
      members: members.map((member) => ({ ...member, signedOn: null })),
    })
    await recordChange(tx, { ...deed, action: 'charter_written', details: { charterId } })
  })
  return charterId
}

/** Each who is named accepts on screen, with the day. */
export async function signCharter(
  { db }: Ground,
  deed: StaffDeed,
  { charterId, on }: { charterId: string; on: PlainDate },
): Promise<void> {
  const { administrationId, accountId } = deed
  await inTransaction(db, async (tx) => {
    const isSigned = await updateSigned(tx, { administrationId, charterId }, accountId, on)
    if (!isSigned) throw new WrongState()
    await recordChange(tx, { ...deed, action: 'charter_signed', details: { charterId } })
  })
}

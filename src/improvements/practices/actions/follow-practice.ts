import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { insertCheck, insertRecognition } from '../follow-store.ts'
import type { Recognition, SustainmentCheck } from '../practice.ts'

type Ground = Pick<System, 'db'>

interface Actor {
  deed: StaffDeed
  today: PlainDate
}

/** A recognition without conflict of interest, as whoever notes it declares. */
export async function noteRecognition(
  { db }: Ground,
  { deed, today }: Actor,
  given: Pick<Recognition, 'practiceId' | 'givenBy' | 'givenOn' | 'proofId'>,
): Promise<void> {
  if (given.givenOn > today) throw new Invalid([{ field: 'givenOn', code: 'in_future' }])
  const { administrationId, accountId: notedBy } = deed
  const recognitionId = randomUUID()
  await inTransaction(db, async (tx) => {
    const noted = { ...given, recognitionId, notedOn: today, notedBy }
    await insertRecognition(tx, administrationId, noted)
    const details = { practiceId: given.practiceId, recognitionId }
    await recordChange(tx, { ...deed, action: 'good_practice_recognised', details })
  })
}

/** Whether the practice goes on in daily work, as it was seen on a day. */
export async function checkPractice(
  { db }: Ground,
  { deed, today }: Actor,
  seen: Pick<SustainmentCheck, 'practiceId' | 'checkedOn' | 'goesOn' | 'seen'>,
): Promise<void> {
  if (seen.checkedOn > today) throw new Invalid([{ field: 'checkedOn', code: 'in_future' }])
  const { administrationId, accountId: checkedBy, at: notedAt } = deed
  await inTransaction(db, async (tx) => {
    const checkId = randomUUID()
    await insertCheck(tx, administrationId, { ...seen, checkId, notedAt, checkedBy })
    const { practiceId, goesOn } = seen
    const details = { practiceId, goesOn }
    await recordChange(tx, { ...deed, action: 'good_practice_checked', details })
  })
}

import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { passes, type Dissemination } from '../dissemination.ts'
import { insertDissemination, insertReading, updateOnPaper } from '../dissemination-store.ts'

type Ground = Pick<System, 'db'>

export type ToDisseminate = Omit<
  Dissemination,
  'administrationId' | 'disseminationId' | 'onPaper' | 'madeAt' | 'madeBy'
>

/** What, to whom, when and how. It does not change afterwards: what changed is sent anew. */
export async function disseminate(
  { db }: Ground,
  deed: StaffDeed,
  one: ToDisseminate,
): Promise<string> {
  const { administrationId, at: madeAt, accountId: madeBy } = deed
  const disseminationId = randomUUID()
  await inTransaction(db, async (tx) => {
    const made = { administrationId, disseminationId, onPaper: 0, madeAt, madeBy }
    await insertDissemination(tx, { ...one, ...made })
    await recordChange(tx, { ...deed, action: 'disseminated', details: { disseminationId } })
  })
  return disseminationId
}

/** Somebody says that they read it, with the right answers where there are questions. */
export async function confirmReading(
  { db }: Ground,
  deed: StaffDeed,
  { disseminationId, quiz }: Dissemination,
  answers: readonly (number | null)[],
): Promise<void> {
  if (!passes(quiz, answers)) throw new Invalid([{ field: 'answer-0', code: 'not_passed' }])
  const { administrationId, accountId, at: readAt } = deed
  await inTransaction(db, async (tx) => {
    await insertReading(tx, { administrationId, disseminationId }, { accountId, readAt })
    await recordChange(tx, { ...deed, action: 'reading_confirmed', details: { disseminationId } })
  })
}

/** How many people without an account signed the list on paper. */
export async function countOnPaper(
  { db }: Ground,
  deed: StaffDeed,
  { disseminationId, people }: { disseminationId: string; people: number },
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    await updateOnPaper(tx, { administrationId, disseminationId }, people)
    const details = { disseminationId, people }
    await recordChange(tx, { ...deed, action: 'readers_on_paper_counted', details })
  })
}

import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Practice } from '../practice.ts'
import { insertPractice } from '../practice-store.ts'

export type PracticeText = Omit<Practice, 'administrationId' | 'writtenBy'>

/** Writes the next version of a practice; where somebody wrote it meanwhile, the late one is told. */
export async function writePractice(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  text: PracticeText,
): Promise<void> {
  const { administrationId, accountId } = deed
  const { practiceId, version, kind } = text
  // what is one's own has no original
  const own = kind === 'own' ? { originalId: null, adaptation: '' } : {}
  await inTransaction(db, async (tx) => {
    const written = { ...text, ...own, administrationId, writtenBy: accountId }
    if (!(await insertPractice(tx, written))) {
      throw new Invalid([{ field: 'name', code: 'changed_meanwhile' }])
    }
    const details = { practiceId, version }
    await recordChange(tx, { ...deed, action: 'good_practice_written', details })
  })
}

import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { EvidenceSubject } from '../evidence.ts'
import { listEvidence } from '../evidence-store.ts'
import { insertPair } from '../pair-store.ts'

/** Says that two photos of one thing show the same spot; what speaks against it is shown, not refused. */
export async function pairPhotos(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  pair: { about: EvidenceSubject; spot: string; beforeId: string; afterId: string },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const pairId = randomUUID()
  await inTransaction(db, async (tx) => {
    const own = await listEvidence(tx, administrationId, pair.about)
    const isPhoto = (id: string) =>
      own.some(({ evidenceId, image }) => evidenceId === id && image !== null)
    if (!isPhoto(pair.beforeId)) refuse('beforeId', 'unknown')
    if (!isPhoto(pair.afterId)) refuse('afterId', 'unknown')
    if (pair.beforeId === pair.afterId) refuse('afterId', 'same')
    await insertPair(tx, administrationId, { ...pair, pairId }, { at, by: accountId })
    const details = { pairId, about: pair.about.kind }
    await recordChange(tx, { ...deed, action: 'photos_paired', details })
  })
  return pairId
}

function refuse(field: string, code: string): never {
  throw new Invalid([{ field, code, text: `improvements-evidence.problems.${field}.${code}` }])
}

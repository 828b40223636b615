import type { Db } from '../../platform/database/connection.ts'
import type { EvidenceAbout, EvidenceSubject, PhotoPair } from './evidence.ts'
import { listEvidenceById } from './evidence-store.ts'
import { pairDoubts } from './pair-doubts.ts'
import { listPairRows } from './pair-store.ts'

/** Before and after of one thing; a pair of which a photo was removed is none. */
export async function listPairs(
  db: Db,
  administrationId: string,
  { kind, id }: EvidenceSubject,
): Promise<PhotoPair[]> {
  return listPairsOf(db, administrationId, kind, [id])
}

export async function listPairsOf(
  db: Db,
  administrationId: string,
  kind: EvidenceAbout,
  ids: readonly string[],
): Promise<PhotoPair[]> {
  const rows = await listPairRows(db, administrationId, kind, ids)
  const photoIds = rows.flatMap(({ beforeId, afterId }) => [beforeId, afterId])
  const photos = await listEvidenceById(db, administrationId, [...new Set(photoIds)])
  return rows.flatMap(({ pairId, about, spot, beforeId, afterId }) => {
    const [before, after] = [photos.get(beforeId), photos.get(afterId)]
    if (!before || !after) return []
    return [{ pairId, about, spot, before, after, doubts: pairDoubts(before, after) }]
  })
}

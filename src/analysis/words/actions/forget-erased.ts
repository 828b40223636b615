import { listUnreadableCases } from '../../../cases/index.ts'
import { listErasedLegacyCases } from '../../../imports/index.ts'
import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { deleteUncoded } from '../segment-store.ts'
import { eraseTexts, listKeptTexts, type KeptText } from '../text-erasing-store.ts'

const AT_ONCE = 1000

/** Who erased a case erased its words here too: the masked copy goes with the original. */
export async function forgetErased({ db }: Pick<System, 'db'>): Promise<void> {
  let after: string | null = null
  for (;;) {
    const texts = await listKeptTexts(db, { after, limit: AT_ONCE })
    for (const administrationId of new Set(texts.map((text) => text.administrationId))) {
      const own = texts.filter((text) => text.administrationId === administrationId)
      const gone = await erasedOf(db, administrationId, own)
      if (gone.length === 0) continue
      await inTransaction(db, async (tx) => {
        await deleteUncoded(tx, administrationId, gone)
        await eraseTexts(tx, administrationId, gone)
      })
    }
    after = texts.at(-1)?.textId ?? null
    if (after === null || texts.length < AT_ONCE) return
  }
}

async function erasedOf(
  db: Db,
  administrationId: string,
  texts: readonly KeptText[],
): Promise<string[]> {
  const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)
  const cases = present(texts.map(({ caseId }) => caseId))
  const legacy = present(texts.map(({ legacyCaseId }) => legacyCaseId))
  const erased = new Set([
    ...(await listUnreadableCases(db, administrationId, cases)),
    ...(await listErasedLegacyCases(db, administrationId, legacy)),
  ])
  return texts
    .filter(({ caseId, legacyCaseId }) => erased.has(caseId ?? legacyCaseId ?? ''))
    .map(({ textId }) => textId)
}

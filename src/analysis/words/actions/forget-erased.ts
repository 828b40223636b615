import { listErasedCases } from '../../../cases/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { deleteUncoded } from '../segment-store.ts'
import { eraseTexts, listKeptTexts } from '../text-store.ts'

const AT_ONCE = 1000

/** Who erased a case erased its words here too: the masked copy goes with the original. */
export async function forgetErased({ db }: Pick<System, 'db'>): Promise<void> {
  let after: string | null = null
  for (;;) {
    const texts = await listKeptTexts(db, { after, limit: AT_ONCE })
    for (const administrationId of new Set(texts.map((text) => text.administrationId))) {
      const own = texts.filter((text) => text.administrationId === administrationId)
      const caseIds = own.map(({ caseId }) => caseId)
      const erased = new Set(await listErasedCases(db, administrationId, caseIds))
      const gone = own.filter(({ caseId }) => erased.has(caseId)).map(({ textId }) => textId)
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

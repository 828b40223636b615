import { isDeepStrictEqual } from 'node:util'
import { inTransaction, type Db } from '../../../platform/database/connection.ts'
import { listOutsideQuotes } from '../../findings/index.ts'
import { listCorpora } from '../../words/index.ts'
import { updateContent } from '../report-draft-store.ts'
import { getReport, listReports } from '../report-store.ts'
import { withoutQuotes } from '../without-quotes.ts'

/** A draft shows no quote of words that were erased since; what was signed stays as it was signed. */
export async function forgetQuotes(db: Db, administrationId: string): Promise<void> {
  const drafts = (await listReports(db, administrationId)).filter(({ state }) => state === 'draft')
  if (drafts.length === 0) return
  const standing = new Set<string>()
  for (const corpus of await listCorpora(db, administrationId)) {
    for (const { text } of await listOutsideQuotes(db, corpus)) standing.add(text)
  }
  for (const { reportId } of drafts) {
    await inTransaction(db, async (tx) => {
      const { revision, content } = await getReport(tx, administrationId, reportId)
      const without = withoutQuotes(content, (text) => standing.has(text))
      if (isDeepStrictEqual(without, content)) return
      await updateContent(tx, { administrationId, reportId }, { revision, content: without })
    })
  }
}

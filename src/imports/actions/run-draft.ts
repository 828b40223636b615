import { rm } from 'node:fs/promises'
import { getBookRulesById } from '../../administrations/index.ts'
import { defaultLanguage, translator } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import { draftPath, problemsPath } from '../draft-files.ts'
import { getDraft, updateDraft, type Draft } from '../draft-store.ts'
import type { ImportResult } from '../import-request.ts'
import { checkMapping } from '../mapping/read-mapping.ts'
import { openProblemList } from '../problem-list.ts'
import { sayImportFailure } from '../say-report.ts'
import { importFile } from './import-file.ts'
import { tryImport } from './try-import.ts'

type Ground = Pick<System, 'db' | 'databaseUrl' | 'config'>

export interface DraftOf {
  administrationId: string
  draftId: string
}

export async function tryDraft(ground: Ground, of: DraftOf, now: Date): Promise<void> {
  const draft = await getDraft(ground.db, of.administrationId, of.draftId)
  if (draft.state !== 'mapped') return
  const result = await run(ground, of, { draft, now, work: tryImport })
  if (result) await settle(ground, of, { state: 'tried', report: result.report })
}

export async function loadDraftNow(ground: Ground, of: DraftOf, now: Date): Promise<void> {
  const draft = await getDraft(ground.db, of.administrationId, of.draftId)
  if (draft.state !== 'loading') return
  const result = await run(ground, of, { draft, now, work: importFile })
  if (!result) return
  await settle(ground, of, { state: 'loaded', report: result.report })
  await rm(draftPath(ground.config.dataDir, of.draftId), { force: true })
}

interface Run {
  draft: Draft
  now: Date
  work: typeof importFile
}

/** Null: the file or its mapping cannot be read, and the draft says why. */
async function run(
  ground: Ground,
  { administrationId, draftId }: DraftOf,
  { draft, now, work }: Run,
): Promise<ImportResult | null> {
  const { db, config } = ground
  const t = translator(defaultLanguage)
  const problems = openProblemList(problemsPath(config.dataDir, draftId), t)
  try {
    return await work(ground, {
      book: await getBookRulesById(ground, administrationId, now),
      path: draftPath(config.dataDir, draftId),
      fileName: draft.fileName,
      mapping: checkMapping(draft.mapping),
      accountId: draft.createdBy,
      now,
      onProgress: async (rowsDone) => {
        await problems.settle()
        await updateDraft(db, administrationId, draftId, { rowsDone })
      },
      onProblem: (problem) => problems.add(problem),
    })
  } catch (error) {
    const problem = sayImportFailure(error, t)
    if (problem === null) throw error
    await settle(ground, { administrationId, draftId }, { state: 'failed', problem })
    return null
  } finally {
    await problems.close()
  }
}

async function settle(
  { db }: Ground,
  { administrationId, draftId }: DraftOf,
  change: Parameters<typeof updateDraft>[3],
): Promise<void> {
  await updateDraft(db, administrationId, draftId, change)
}

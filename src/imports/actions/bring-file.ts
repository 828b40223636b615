import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import type { StaffDeed } from '../../people/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { draftPath } from '../draft-files.ts'
import { getDraft, insertDraft, updateDraft } from '../draft-store.ts'
import { loadDraftJob, tryDraftJob } from '../job-names.ts'
import { checkMapping } from '../mapping/read-mapping.ts'
import { openTable } from '../reading/open-table.ts'

type Ground = Pick<System, 'db' | 'config' | 'jobs'>

/** Keeps an uploaded table until it is loaded; what is no table is refused at once. */
export async function bringFile(
  { db, config }: Ground,
  { administrationId, accountId, at }: StaffDeed,
  file: { path: string; name: string },
): Promise<string> {
  await openTable(file.path)
  const draftId = randomUUID()
  await rename(file.path, draftPath(config.dataDir, draftId))
  await inTransaction(db, async (tx) => {
    const draft = { draftId, fileName: file.name, createdAt: at, createdBy: accountId }
    await insertDraft(tx, administrationId, draft)
    await recordChange(tx, {
      at,
      accountId,
      administrationId,
      action: 'legacy_file_brought',
      details: { draftId },
    })
  })
  return draftId
}

/** Keeps what the columns mean and has it tried on the whole file. */
export async function mapDraft(
  { db, jobs }: Ground,
  { administrationId }: StaffDeed,
  draftId: string,
  mapping: unknown,
): Promise<void> {
  const checked = checkMapping(mapping)
  const draft = await getDraft(db, administrationId, draftId)
  if (draft.state === 'loading' || draft.state === 'loaded') throw new WrongState()
  await inTransaction(db, async (tx) => {
    const change = { state: 'mapped' as const, mapping: checked, problem: [], rowsDone: 0 }
    await updateDraft(tx, administrationId, draftId, change)
    await jobs.send(tx, tryDraftJob, { administrationId, draftId })
  })
}

/** Has it loaded, after it was tried. */
export async function loadDraft(
  { db, jobs }: Ground,
  { administrationId }: StaffDeed,
  draftId: string,
): Promise<void> {
  const draft = await getDraft(db, administrationId, draftId)
  if (draft.state !== 'tried') throw new WrongState()
  await inTransaction(db, async (tx) => {
    await updateDraft(tx, administrationId, draftId, { state: 'loading', rowsDone: 0 })
    await jobs.send(tx, loadDraftJob, { administrationId, draftId })
  })
}

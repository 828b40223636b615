import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { getProcess, insertProcess } from '../process-store.ts'
import type { Step } from '../step.ts'
import { deleteValidations, insertVersion, listVersions, updateDraft } from '../version-store.ts'

type Ground = Pick<System, 'db'>

/** A service in a centre, or in all of them, gets its process: an empty first draft. */
export async function beginProcess(
  { db }: Ground,
  deed: StaffDeed,
  { centreId, serviceId }: { centreId: string | null; serviceId: string },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const processId = randomUUID()
  await inTransaction(db, async (tx) => {
    const process = { administrationId, processId, centreId, serviceId }
    if (!(await insertProcess(tx, process, { at, by: accountId }))) {
      throw new Invalid([{ field: 'service', code: 'there_already' }])
    }
    await insertVersion(tx, administrationId, {
      processId,
      version: 1,
      objective: '',
      steps: [],
      writtenAt: at,
      writtenBy: accountId,
    })
    const details = { processId, serviceId, centreId }
    await recordChange(tx, { ...deed, action: 'process_begun', details })
  })
  return processId
}

/** The next draft begins with what was validated. */
export async function beginVersion(
  { db }: Ground,
  deed: StaffDeed,
  processId: string,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    await getProcess(tx, administrationId, processId)
    const [newest] = await listVersions(tx, administrationId, [processId])
    if (newest?.validatedOn == null) throw new WrongState()
    const { objective, steps } = newest
    const version = newest.version + 1
    const draft = { processId, version, objective, steps, writtenAt: at, writtenBy: accountId }
    await insertVersion(tx, administrationId, draft)
    const details = { processId, version }
    await recordChange(tx, { ...deed, action: 'process_version_begun', details })
  })
}

export interface DraftToKeep {
  processId: string
  version: number
  revision: number
  objective: string
  steps: readonly Step[]
}

/** False: somebody else wrote meanwhile. Whoever declared the draft good did so of another text. */
export async function keepDraft(
  { db }: Ground,
  deed: StaffDeed,
  draft: DraftToKeep,
): Promise<boolean> {
  const { administrationId, accountId, at } = deed
  return inTransaction(db, async (tx) => {
    const written = { ...draft, writtenAt: at, writtenBy: accountId }
    if (!(await updateDraft(tx, administrationId, written))) return false
    await deleteValidations(tx, administrationId, draft)
    const { processId, version } = draft
    const details = { processId, version, steps: draft.steps.length }
    await recordChange(tx, { ...deed, action: 'process_written', details })
    return true
  })
}

import { recordChange } from '../../../audit/index.ts'
import type { Staff, StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { NotAllowed, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { findFaults } from '../flow-faults.ts'
import { validatesAs } from '../process-policy.ts'
import { getProcess } from '../process-store.ts'
import { isWhollyValidated } from '../process.ts'
import { insertValidation, listVersions, lockVersion, updateValidated } from '../version-store.ts'

export interface Validator {
  deed: StaffDeed
  staff: Staff
  today: PlainDate
  /** In which the activities are written. */
  language: string
}

/** The head of the office or the evaluator declares the draft good; with both it never changes again. */
export async function validateProcess(
  { db }: Pick<System, 'db'>,
  { deed, staff, today, language }: Validator,
  { processId, version, revision }: { processId: string; version: number; revision: number },
): Promise<void> {
  const { administrationId, accountId } = deed
  await inTransaction(db, async (tx) => {
    const process = await getProcess(tx, administrationId, processId)
    await lockVersion(tx, administrationId, { processId, version })
    const versions = await listVersions(tx, administrationId, [processId])
    const draft = versions.find((each) => each.version === version)
    // what is validated is what was seen
    if (draft?.revision !== revision || draft.validatedOn !== null) throw new WrongState()
    if (findFaults(draft, language).length > 0) throw new WrongState()
    const as = validatesAs(staff, process, draft)
    if (as === null) throw new NotAllowed()
    const validation = { as, accountId, on: today }
    await insertValidation(tx, administrationId, draft, validation)
    if (isWhollyValidated([...draft.validations, validation])) {
      await updateValidated(tx, administrationId, draft, today)
    }
    const details = { processId, version, as }
    await recordChange(tx, { ...deed, action: 'process_validated', details })
  })
}

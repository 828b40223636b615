import { insertStrata, type StratumRecord } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'

/** Writes down how large a place is from a day on; what was written before stays for the days before it. */
export async function noteStratum(db: Db, deed: StaffDeed, record: StratumRecord): Promise<void> {
  const problems = problemsOf(record)
  if (problems.length > 0) throw new Invalid(problems)
  const { centreId, level, size, inhabitants, validFrom } = record
  await inTransaction(db, async (tx) => {
    await insertStrata(tx, deed.administrationId, [record])
    await recordChange(tx, {
      ...deed,
      action: 'stratum_noted',
      details: { centreId, level, size, inhabitants, from: validFrom },
    })
  })
}

/** Whom it serves and how many live there is said of the whole. */
function problemsOf({ centreId, level, inhabitants }: StratumRecord): FieldProblem[] {
  if (centreId === null) return []
  return [
    ...(level === null ? [] : [{ field: 'level', code: 'not_of_centres' }]),
    ...(inhabitants === null ? [] : [{ field: 'inhabitants', code: 'not_of_centres' }]),
  ]
}

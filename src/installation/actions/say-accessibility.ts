import { upsertStatement, type AccessibilityStatement } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid } from '../../platform/errors.ts'
import type { StaffDeed } from '../../people/index.ts'

/** Says anew how accessible the book is. It was looked at by today, not later. */
export async function sayAccessibility(
  db: Db,
  deed: StaffDeed,
  statement: AccessibilityStatement,
  timeZone: string,
): Promise<void> {
  if (statement.reviewedOn > localDate(deed.at, timeZone)) {
    throw new Invalid([{ field: 'reviewedOn', code: 'future' }])
  }
  await inTransaction(db, async (tx) => {
    await upsertStatement(tx, deed, statement)
    const details = { reviewedOn: statement.reviewedOn }
    await recordChange(tx, { ...deed, action: 'accessibility_said', details })
  })
}

import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Risk } from '../risk.ts'
import { insertRisk } from '../risk-store.ts'

/** Writes the next version of a risk; where somebody wrote it meanwhile, the late one is told. */
export async function assessRisk(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  risk: Omit<Risk, 'administrationId' | 'assessedBy'>,
): Promise<void> {
  const { administrationId, accountId } = deed
  await inTransaction(db, async (tx) => {
    const isNew = await insertRisk(tx, { ...risk, administrationId, assessedBy: accountId })
    if (!isNew) throw new Invalid([{ field: 'point', code: 'changed_meanwhile' }])
    const details = { riskId: risk.riskId, version: risk.version }
    await recordChange(tx, { ...deed, action: 'corruption_risk_assessed', details })
  })
}

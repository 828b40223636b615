import { randomUUID } from 'node:crypto'
import { listStandards, type ServiceStandard } from '../../administrations/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { Invalid, NotFound, type FieldProblem } from '../../platform/errors.ts'
import { settleWithin } from '../../settings/index.ts'
import { standardSetting } from '../own-rules/standard-setting.ts'

type Promised = Omit<ServiceStandard, 'standardId' | 'validUntil'>

/**
 * Keeps what was published of a service. It may have been published long ago: what happened since is held
 * against it from its day on.
 */
export async function publishStandard(db: Db, deed: StaffDeed, promised: Promised): Promise<void> {
  const problems = problemsOf(promised)
  if (problems.length > 0) throw new Invalid(problems)
  await inTransaction(db, async (tx) => {
    const known = await listStandards(tx, deed.administrationId)
    if (known.some((standard) => isTheSame(standard, promised))) {
      throw new Invalid([{ field: 'validFrom', code: 'promised_already' }])
    }
    const value = { ...promised, standardId: randomUUID(), validUntil: null }
    await settleWithin(tx, deed, standardSetting, { id: value.standardId, version: 0, value })
  })
}

function problemsOf({ measure, channel }: Promised): FieldProblem[] {
  if (measure !== 'answer_days' || channel === null) return []
  return [{ field: 'channel', code: 'not_of_answers' }]
}

/** One promise about one thing from one day; another is made by ending the first. */
function isTheSame(one: Promised, other: Promised): boolean {
  return (
    one.measure === other.measure &&
    one.serviceId === other.serviceId &&
    one.channel === other.channel &&
    one.validFrom === other.validFrom
  )
}

/** What was promised stays for the days on which it held. */
export async function withdrawStandard(
  db: Db,
  deed: StaffDeed,
  { standardId, lastDay, version }: { standardId: string; lastDay: PlainDate; version: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const standard = await standardSetting.find(tx, deed.administrationId, standardId)
    if (!standard) throw new NotFound()
    if (lastDay < standard.validFrom) {
      throw new Invalid([{ field: 'lastDay', code: 'before_beginning' }])
    }
    const value = { ...standard, validUntil: lastDay }
    await settleWithin(tx, deed, standardSetting, { id: standardId, version, value })
  })
}

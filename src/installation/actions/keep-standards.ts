import { randomUUID } from 'node:crypto'
import {
  endStandard,
  insertStandards,
  readBookRules,
  touchAdministration,
  type ServiceStandard,
} from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { Invalid, NotFound, type FieldProblem } from '../../platform/errors.ts'
import type { StaffDeed } from '../../people/index.ts'

type Promised = Omit<ServiceStandard, 'standardId' | 'validUntil'>

/**
 * Keeps what was published of a service. It may have been published long ago: what happened since is held
 * against it from its day on.
 */
export async function publishStandard(db: Db, deed: StaffDeed, promised: Promised): Promise<void> {
  const problems = problemsOf(promised)
  if (problems.length > 0) throw new Invalid(problems)
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    await touchAdministration(tx, administrationId)
    const standard = { ...promised, standardId: randomUUID(), validUntil: null }
    await insertStandards(tx, administrationId, [standard])
    const { measure, serviceId, channel, most, ofHundred, validFrom } = promised
    await recordChange(tx, {
      ...deed,
      action: 'service_standard_published',
      details: { measure, serviceId, channel, most, ofHundred, from: validFrom },
    })
  })
}

function problemsOf({ measure, channel }: Promised): FieldProblem[] {
  if (measure !== 'answer_days' || channel === null) return []
  return [{ field: 'channel', code: 'not_of_answers' }]
}

/** What was promised stays for the days on which it held. */
export async function withdrawStandard(
  db: Db,
  deed: StaffDeed,
  { standardId, lastDay }: { standardId: string; lastDay: PlainDate },
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    await touchAdministration(tx, administrationId)
    const { standards } = await readBookRules(tx, administrationId, deed.at)
    const standard = standards.find((known) => known.standardId === standardId)
    if (!standard) throw new NotFound()
    if (lastDay < standard.validFrom) {
      throw new Invalid([{ field: 'lastDay', code: 'before_beginning' }])
    }
    await endStandard(tx, administrationId, { standardId, lastDay })
    const details = { standardId, until: lastDay }
    await recordChange(tx, { ...deed, action: 'service_standard_withdrawn', details })
  })
}

import { recordChange } from '../../../audit/index.ts'
import type { Staff, StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, NotAllowed } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { insertAcknowledgement } from '../follow-store.ts'
import { mayAcknowledge } from '../practice-policy.ts'
import { readPractice } from '../read-practice.ts'

/** The institutional liaison knows the draft and the plan, as they were seen (MAS, BP-05). */
export async function acknowledge(
  { db }: Pick<System, 'db'>,
  { deed, staff, today }: { deed: StaffDeed; staff: Staff; today: PlainDate },
  seen: { practiceId: string; version: number; actions: number },
): Promise<void> {
  const { administrationId, accountId: knownBy } = deed
  const { practiceId, version, actions } = seen
  await inTransaction(db, async (tx) => {
    const { practice, versions, around } = await readPractice(tx, administrationId, practiceId)
    if (!mayAcknowledge(staff, versions)) throw new NotAllowed()
    const isSame = practice.version === version && around.actions === actions
    if (!isSame) throw refused('changed_meanwhile')
    if (practice.draft === '') throw refused('no_draft')
    if (actions === 0) throw refused('no_plan')
    const { writtenBy } = practice
    const known = { ...seen, writtenBy, knownOn: today, knownBy }
    await insertAcknowledgement(tx, administrationId, known)
    const details = { practiceId, version, actions }
    await recordChange(tx, { ...deed, action: 'good_practice_acknowledged', details })
  })
}

const refused = (code: string) => new Invalid([{ field: 'seenVersion', code }])

import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import { queueNotice } from '../../../notices/index.ts'
import type { Staff, StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { NotAllowed, NotFound, TooMany, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { getProject, listPeopleBehind } from '../../projects/index.ts'
import {
  countFeedbackOf,
  findTold,
  insertFeedback,
  insertTold,
  type ByLanguage,
  type Noticed,
} from '../told-store.ts'

export const IMPROVEMENT_TOLD = 'improvement_told'

/**
 * Tells a verified project to everybody, and by letter to those whose cases motivated it and who agreed when
 * they filed. Sealed reports are in tables that nobody reads here, so that none of them is ever told.
 */
export async function tellPeople(
  { db, jobs }: Pick<System, 'db' | 'jobs'>,
  { deed, staff, timeZone }: { deed: StaffDeed; staff: Staff; timeZone: string },
  { projectId, said, did }: { projectId: string; said: ByLanguage; did: ByLanguage },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  const project = await getProject(db, { administrationId, projectId })
  if (!mayImprove(staff, project)) throw new NotAllowed()
  if (project.state !== 'verified') throw new WrongState()
  const behind = await listPeopleBehind(db, project, timeZone)
  const reached = behind.filter(({ reachable }) => reachable)
  await inTransaction(db, async (tx) => {
    const people = reached.length
    const counts = { people, unreachable: behind.length - people }
    const told = { administrationId, projectId, said, did, ...counts, toldAt: at }
    if (!(await insertTold(tx, told, accountId))) throw new WrongState()
    for (const { caseId, language } of reached) {
      const notice = { administrationId, caseId, language, template: IMPROVEMENT_TOLD }
      const to = { recipient: 'person' } as const
      await queueNotice(tx, jobs, { ...notice, to, details: { projectId } }, at)
    }
    await recordChange(tx, { ...deed, action: 'project_told', details: { projectId, people } })
  })
}

const MOST_A_DAY = 300

/** Whether people noticed it, from anybody who read of it; nobody is asked who they are. */
export async function takeFeedback(
  { db }: Pick<System, 'db'>,
  which: { administrationId: string; projectId: string },
  { noticed, text }: { noticed: Noticed; text: string },
  today: PlainDate,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await findTold(tx, which))) throw new NotFound()
    if ((await countFeedbackOf(tx, which, today)) >= MOST_A_DAY) throw new TooMany(3600)
    const feedback = { feedbackId: randomUUID(), noticed, text, receivedOn: today }
    await insertFeedback(tx, which, feedback)
  })
}

import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import { queueNotice } from '../../../notices/index.ts'
import type { Staff, StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../../platform/dates.ts'
import { NotAllowed, NotFound, TooMany, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import {
  countSaid,
  findAsked,
  insertAsked,
  insertComment,
  updateAnswer,
  type Asked,
  type CommentOutcome,
} from '../comment-store.ts'
import { listPeopleBehind } from '../motivating-cases.ts'
import { getProject, lockProject } from '../project-store.ts'
import { BEFORE_DECISION } from '../project-states.ts'

interface Doer {
  deed: StaffDeed
  staff: Staff
  today: PlainDate
  timeZone: string
}

const DAYS_TO_ANSWER = 21
export const PROJECT_ASKED = 'improvement_asked'

/** Writes to those behind a project who agreed to hear; each is asked once. Returns how many. */
export async function askPeople(
  { db, jobs }: Pick<System, 'db' | 'jobs'>,
  { deed, staff, today, timeZone }: Doer,
  projectId: string,
): Promise<number> {
  const { administrationId, at } = deed
  const project = await getProject(db, { administrationId, projectId })
  if (!mayImprove(staff, project)) throw new NotAllowed()
  if (!BEFORE_DECISION.includes(project.state)) throw new WrongState()
  const behind = await listPeopleBehind(db, project, timeZone)
  const asked = behind
    .filter(({ reachable }) => reachable)
    .map(({ caseId, language }): Asked => ({
      administrationId,
      projectId,
      askedId: randomUUID(),
      caseId,
      language,
      until: addDays(today, DAYS_TO_ANSWER),
    }))
  return inTransaction(db, async (tx) => {
    const fresh = new Set(await insertAsked(tx, asked, at))
    for (const { askedId, caseId, language } of asked.filter((one) => fresh.has(one.askedId))) {
      const notice = { administrationId, caseId, language, template: PROJECT_ASKED }
      const to = { recipient: 'person' } as const
      await queueNotice(tx, jobs, { ...notice, to, details: { projectId, askedId } }, at)
    }
    const details = { projectId, people: fresh.size }
    await recordChange(tx, { ...deed, action: 'project_people_asked', details })
    return fresh.size
  })
}

/** Somebody of the staff says what they think of it; before it is decided. */
export async function commentAsStaff(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  projectId: string,
  text: string,
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const commentId = randomUUID()
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    if (!BEFORE_DECISION.includes(project.state)) throw new WrongState()
    const comment = { commentId, accountId, askedId: null, text }
    await insertComment(tx, project, comment, at)
    await recordChange(tx, { ...deed, action: 'project_commented', details: { projectId } })
  })
  return commentId
}

/** What was done with what somebody said: it stays with the project. */
export async function answerComment(
  { db }: Pick<System, 'db'>,
  { deed, staff }: Pick<Doer, 'deed' | 'staff'>,
  projectId: string,
  told: { commentId: string; outcome: CommentOutcome; answer: string },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    if (!mayImprove(staff, project)) throw new NotAllowed()
    if (!(await updateAnswer(tx, project, told, { at, by: accountId }))) throw new WrongState()
    const details = { projectId, commentId: told.commentId, outcome: told.outcome }
    await recordChange(tx, { ...deed, action: 'project_comment_answered', details })
  })
}

const MOST_A_LINK = 3

/** Somebody who was asked answers; of the person nothing but the words is kept. */
export async function commentAsAsked(
  { db }: Pick<System, 'db'>,
  askedId: string,
  text: string,
  { now, today }: { now: Date; today: PlainDate },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const asked = await findAsked(tx, askedId)
    if (!asked || asked.until < today) throw new NotFound()
    const project = await lockProject(tx, asked)
    if (!BEFORE_DECISION.includes(project.state)) throw new WrongState()
    if ((await countSaid(tx, asked)) >= MOST_A_LINK) throw new TooMany(86_400)
    const comment = { commentId: randomUUID(), accountId: null, askedId, text }
    await insertComment(tx, project, comment, now)
  })
}

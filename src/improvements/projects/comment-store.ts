import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { WhichProject } from './project-store.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    project_asked: {
      administration_id: string
      project_id: string
      asked_id: string
      case_id: string
      language: string
      asked_at: Date
      until: PlainDate
    }
    project_comments: {
      administration_id: string
      project_id: string
      comment_id: string
      account_id: string | null
      asked_id: string | null
      text: string
      at: Date
      outcome: CommentOutcome | null
      answer: string
      answered_at: Date | null
      answered_by: string | null
    }
  }
}

export const COMMENT_OUTCOMES = ['taken', 'partly', 'not_taken'] as const
export type CommentOutcome = (typeof COMMENT_OUTCOMES)[number]

/** What somebody said of a project before it was decided, and what was done with it. */
export interface Comment {
  commentId: string
  /** Null: one of the people who had agreed to be asked. */
  accountId: string | null
  text: string
  at: Date
  outcome: CommentOutcome | null
  answer: string
}

export interface Asked {
  administrationId: string
  projectId: string
  askedId: string
  caseId: string
  language: string
  until: PlainDate
}

export async function insertComment(
  tx: Tx,
  { administrationId, projectId }: WhichProject,
  comment: { commentId: string; accountId: string | null; askedId: string | null; text: string },
  at: Date,
): Promise<void> {
  await tx
    .insertInto('project_comments')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      comment_id: comment.commentId,
      account_id: comment.accountId,
      asked_id: comment.askedId,
      text: comment.text,
      at,
      outcome: null,
      answer: '',
      answered_at: null,
      answered_by: null,
    })
    .execute()
}

export async function listComments(db: Db, which: WhichProject): Promise<Comment[]> {
  return db
    .selectFrom('project_comments')
    .select(['comment_id as commentId', 'account_id as accountId', 'text', 'at', 'outcome'])
    .select('answer')
    .where('administration_id', '=', which.administrationId)
    .where('project_id', '=', which.projectId)
    .orderBy('at')
    .execute()
}

/** Whether it had no answer yet. */
export async function updateAnswer(
  tx: Tx,
  { administrationId, projectId }: WhichProject,
  { commentId, outcome, answer }: { commentId: string; outcome: CommentOutcome; answer: string },
  answered: { at: Date; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('project_comments')
    .set({ outcome, answer, answered_at: answered.at, answered_by: answered.by })
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
    .where('comment_id', '=', commentId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Each case is asked once; those that were asked before are left out of what is returned. */
export async function insertAsked(tx: Tx, asked: readonly Asked[], at: Date): Promise<string[]> {
  if (asked.length === 0) return []
  const rows = await tx
    .insertInto('project_asked')
    .values(
      asked.map((one) => ({
        administration_id: one.administrationId,
        project_id: one.projectId,
        asked_id: one.askedId,
        case_id: one.caseId,
        language: one.language,
        asked_at: at,
        until: one.until,
      })),
    )
    .onConflict((on) => on.columns(['administration_id', 'project_id', 'case_id']).doNothing())
    .returning('asked_id')
    .execute()
  return rows.map((row) => row.asked_id)
}

const ASKED = [
  'administration_id as administrationId',
  'project_id as projectId',
  'asked_id as askedId',
  'case_id as caseId',
  'language',
  'until',
] as const

export async function findAsked(db: Db, askedId: string): Promise<Asked | null> {
  const row = await db
    .selectFrom('project_asked')
    .select(ASKED)
    .where('asked_id', '=', askedId)
    .executeTakeFirst()
  return row ?? null
}

export async function countAsked(
  db: Db,
  { administrationId, projectId }: WhichProject,
): Promise<{ asked: number; answered: number }> {
  const row = await db
    .selectFrom('project_asked as asked')
    .select(({ fn }) => fn.countAll<string>().as('asked'))
    .select(
      sql<string>`count(*) filter (where exists (select from project_comments said
        where said.administration_id = asked.administration_id and said.asked_id = asked.asked_id))`.as(
        'answered',
      ),
    )
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
    .executeTakeFirstOrThrow()
  return { asked: Number(row.asked), answered: Number(row.answered) }
}

/** How many times this link was used. */
export async function countSaid(db: Db, { administrationId, askedId }: Asked): Promise<number> {
  const row = await db
    .selectFrom('project_comments')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('administration_id', '=', administrationId)
    .where('asked_id', '=', askedId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** In the place of words that went. */
const FORGOTTEN = '—'

/** What people who were asked said, and of which case they were. */
export async function listAskedWords(
  db: Db,
): Promise<{ administrationId: string; askedId: string; caseId: string }[]> {
  return db
    .selectFrom('project_comments as said')
    .innerJoin('project_asked as asked', (join) =>
      join
        .onRef('asked.administration_id', '=', 'said.administration_id')
        .onRef('asked.asked_id', '=', 'said.asked_id'),
    )
    .select(['said.administration_id as administrationId', 'asked.asked_id as askedId'])
    .select('asked.case_id as caseId')
    .where('said.text', '<>', FORGOTTEN)
    .execute()
}

/** Their words, and what the office answered to them. */
export async function updateForgotten(
  db: Db,
  administrationId: string,
  askedIds: readonly string[],
): Promise<void> {
  if (askedIds.length === 0) return
  await db
    .updateTable('project_comments')
    .set({
      text: FORGOTTEN,
      answer: sql<string>`case when answer = '' then '' else ${FORGOTTEN} end`,
    })
    .where('administration_id', '=', administrationId)
    .where('asked_id', 'in', [...askedIds])
    .execute()
}

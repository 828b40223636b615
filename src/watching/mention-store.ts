import { caseFromRow, seenCases, type Case, type CaseViewer } from '../cases/index.ts'
import type { Db, Tx } from '../platform/database/connection.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    case_mentions: {
      administration_id: string
      case_id: string
      position: number
      account_id: string
      mentioned_by: string
      mentioned_at: Date
      seen_at: Date | null
    }
  }
}

export interface NewMention {
  administrationId: string
  caseId: string
  /** The step of the history whose note calls them. */
  position: number
  accountId: string
  mentionedBy: string
  at: Date
}

export async function insertMentions(tx: Tx, mentions: readonly NewMention[]): Promise<void> {
  if (mentions.length === 0) return
  await tx
    .insertInto('case_mentions')
    .values(
      mentions.map((mention) => ({
        administration_id: mention.administrationId,
        case_id: mention.caseId,
        position: mention.position,
        account_id: mention.accountId,
        mentioned_by: mention.mentionedBy,
        mentioned_at: mention.at,
        seen_at: null,
      })),
    )
    .execute()
}

export interface Mentioned {
  item: Case
  mentionedBy: string
  at: Date
}

/** The cases to which somebody was called and has not looked since, the newest call first. */
export async function listMentioned(
  db: Db,
  viewer: CaseViewer,
  limit: number,
): Promise<{ mentioned: Mentioned[]; total: number }> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('case_mentions')
        .distinctOn('case_id')
        .select(['administration_id', 'case_id', 'mentioned_by', 'mentioned_at'])
        .where('administration_id', '=', viewer.administrationId)
        .where('account_id', '=', viewer.staff.accountId)
        .where('seen_at', 'is', null)
        .orderBy('case_id')
        .orderBy('mentioned_at', 'desc')
        .as('call'),
    )
    .innerJoin(seenCases(db, viewer).as('seen'), (join) =>
      join
        .onRef('seen.administration_id', '=', 'call.administration_id')
        .onRef('seen.case_id', '=', 'call.case_id'),
    )
    .selectAll('seen')
    .select(['call.mentioned_by', 'call.mentioned_at'])
    .select((on) => on.fn.countAll<number>().over().as('total'))
    .orderBy('call.mentioned_at', 'desc')
    .limit(limit)
    .execute()
  return {
    mentioned: rows.map((row) => ({
      item: caseFromRow(row),
      mentionedBy: row.mentioned_by,
      at: row.mentioned_at,
    })),
    total: rows[0]?.total ?? 0,
  }
}

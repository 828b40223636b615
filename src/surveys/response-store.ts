import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { SurveyChannel } from './campaign.ts'
import type { Resolved } from './instrument.ts'
import type { FurtherAnswers } from './response-input.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    survey_responses: {
      administration_id: string
      response_id: string
      campaign_id: string
      responded_on: PlainDate
      channel: SurveyChannel
      centre_id: string | null
      service_id: string | null
      case_kind: string | null
      overall: number
      resolved: Resolved | null
      completed: boolean
    }
    survey_scores: { administration_id: string; response_id: string; driver: string; score: number }
    survey_segments: {
      administration_id: string
      response_id: string
      segment: string
      option: string
    }
    survey_comments: { administration_id: string; response_id: string; comment: string }
  }
}

export interface NewResponse {
  administrationId: string
  responseId: string
  campaignId: string
  respondedOn: PlainDate
  channel: SurveyChannel
  centreId: string | null
  serviceId: string | null
  caseKind: string | null
  overall: number
  resolved: Resolved | null
}

/** The same response again changes nothing: a page that was loaded anew sends what it sent before. */
export async function insertResponse(tx: Tx, response: NewResponse): Promise<void> {
  await tx
    .insertInto('survey_responses')
    .values({
      administration_id: response.administrationId,
      response_id: response.responseId,
      campaign_id: response.campaignId,
      responded_on: response.respondedOn,
      channel: response.channel,
      centre_id: response.centreId,
      service_id: response.serviceId,
      case_kind: response.caseKind,
      overall: response.overall,
      resolved: response.resolved,
      completed: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type ResponseRef = Pick<NewResponse, 'administrationId' | 'responseId' | 'campaignId'>

/** Whether its second page had not come before; one that nobody began is none. */
export async function completeResponse(
  tx: Tx,
  { administrationId, responseId, campaignId }: ResponseRef,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('survey_responses')
    .set({ completed: true })
    .where('administration_id', '=', administrationId)
    .where('response_id', '=', responseId)
    .where('campaign_id', '=', campaignId)
    .where('completed', '=', false)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertFurtherAnswers(
  tx: Tx,
  { administrationId, responseId }: ResponseRef,
  { scores, segments, comment }: FurtherAnswers,
): Promise<void> {
  const whose = { administration_id: administrationId, response_id: responseId }
  const scored = [...scores].map(([driver, score]) => ({ ...whose, driver, score }))
  const chosen = [...segments].map(([segment, option]) => ({ ...whose, segment, option }))
  if (scored.length > 0) await tx.insertInto('survey_scores').values(scored).execute()
  if (chosen.length > 0) await tx.insertInto('survey_segments').values(chosen).execute()
  if (comment !== '')
    await tx
      .insertInto('survey_comments')
      .values({ ...whose, comment })
      .execute()
}

export async function countResponses(
  db: Db,
  administrationId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('survey_responses')
    .select(['campaign_id', sql<number>`count(*)`.as('responses')])
    .where('administration_id', '=', administrationId)
    .groupBy('campaign_id')
    .execute()
  return new Map(rows.map((row) => [row.campaign_id, row.responses]))
}

/** In no order that tells anything, and with nothing beside them. */
export async function listComments(
  db: Db,
  administrationId: string,
  campaignId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('survey_comments')
    .innerJoin('survey_responses', (join) =>
      join
        .onRef('survey_responses.administration_id', '=', 'survey_comments.administration_id')
        .onRef('survey_responses.response_id', '=', 'survey_comments.response_id'),
    )
    .select('comment')
    .where('survey_comments.administration_id', '=', administrationId)
    .where('campaign_id', '=', campaignId)
    .orderBy('survey_comments.response_id')
    .execute()
  return rows.map(({ comment }) => comment)
}

import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import { SATISFIED_FROM, type Resolved } from './instrument.ts'

/** How many answered, how many of them were satisfied, and the sum of their scores. */
export interface Tally {
  key: string
  n: number
  satisfied: number
  sum: number
}

export interface WhichCampaign {
  administrationId: string
  campaignId: string
}

export type Breakdown = 'centre' | 'service' | 'channel'

const PART = {
  centre: sql<string>`coalesce(centre_id::text, '')`,
  service: sql<string>`coalesce(service_id::text, '')`,
  channel: sql<string>`channel`,
} as const

/** The first question, by place or way; without a place the key is empty. */
export async function listOverall(
  db: Db,
  which: WhichCampaign,
  by: Breakdown | null,
): Promise<Tally[]> {
  const key = by === null ? sql<string>`'all'` : PART[by]
  const { rows } = await sql<Tally>`
    select ${key} as key, ${measured('overall')}
    from survey_responses ${of(which)} group by 1 order by 1`.execute(db)
  return rows
}

/** Each driver, of all or of one centre. */
export async function listDrivers(
  db: Db,
  which: WhichCampaign,
  centreId: string | null = null,
): Promise<Tally[]> {
  const inCentre = centreId === null ? sql`` : sql`and centre_id = ${centreId}`
  const { rows } = await sql<Tally>`
    select driver as key, ${measured('score')}
    from survey_scores join survey_responses using (administration_id, response_id)
    ${of(which)} ${inCentre} group by 1 order by 1`.execute(db)
  return rows
}

/** The first question by who people said they are: the key is `segment/option`. */
export async function listSegments(db: Db, which: WhichCampaign): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select segment || '/' || option as key, ${measured('overall')}
    from survey_segments join survey_responses using (administration_id, response_id)
    ${of(which)} group by 1 order by 1`.execute(db)
  return rows
}

export async function listResolved(
  db: Db,
  which: WhichCampaign,
): Promise<ReadonlyMap<Resolved, number>> {
  const { rows } = await sql<{ resolved: Resolved; n: number }>`
    select resolved, count(*)::int as n from survey_responses ${of(which)}
    and resolved is not null group by 1`.execute(db)
  return new Map(rows.map(({ resolved, n }) => [resolved, n]))
}

function of({ administrationId, campaignId }: WhichCampaign) {
  return sql`where administration_id = ${administrationId} and campaign_id = ${campaignId}`
}

function measured(column: 'overall' | 'score') {
  const score = sql.ref(column)
  return sql`count(*)::int as n, sum(${score})::int as sum,
    count(*) filter (where ${score} >= ${SATISFIED_FROM})::int as satisfied`
}

/** How many gave a driver this score and the whole that one. */
export interface ScorePair {
  driver: string
  score: number
  overall: number
  count: number
}

/** Of every survey answered on the days of a period, both included. */
export async function listScorePairs(
  db: Db,
  administrationId: string,
  { from, until, centreId }: { from: string; until: string; centreId: string | null },
): Promise<ScorePair[]> {
  const inCentre = centreId === null ? sql`` : sql`and centre_id = ${centreId}`
  const { rows } = await sql<ScorePair>`
    select driver, score, overall, count(*)::int as count
    from survey_scores join survey_responses using (administration_id, response_id)
    where administration_id = ${administrationId} and responded_on between ${from} and ${until} ${inCentre}
    group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return rows
}

/** How people of one group judged the whole: the group as the survey asks it, such as `age` and `from_60`. */
export interface GroupTally {
  segment: string
  option: string
  n: number
  satisfied: number
}

/** Of every survey answered on the days of a period, by who people said they are. */
export async function listGroups(
  db: Db,
  administrationId: string,
  { from, until, centreId }: { from: string; until: string; centreId: string | null },
): Promise<GroupTally[]> {
  const inCentre = centreId === null ? sql`` : sql`and centre_id = ${centreId}`
  const { rows } = await sql<GroupTally>`
    select segment, option, ${measured('overall')}
    from survey_segments join survey_responses using (administration_id, response_id)
    where administration_id = ${administrationId} and responded_on between ${from} and ${until} ${inCentre}
    group by 1, 2 order by 1, 2`.execute(db)
  return rows.map(({ segment, option, n, satisfied }) => ({ segment, option, n, satisfied }))
}

/** The first question by service, of every survey answered in a period. */
export async function listServiceTallies(
  db: Db,
  administrationId: string,
  { from, until, centreId }: { from: string; until: string; centreId: string | null },
): Promise<Tally[]> {
  const inCentre = centreId === null ? sql`` : sql`and centre_id = ${centreId}`
  const { rows } = await sql<Tally>`
    select coalesce(service_id::text, '') as key, ${measured('overall')}
    from survey_responses
    where administration_id = ${administrationId} and responded_on between ${from} and ${until} ${inCentre}
    group by 1 order by 1`.execute(db)
  return rows
}

import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import type { Campaign, SurveyChannel } from './campaign.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    survey_campaigns: SurveyCampaignsTable
  }
}

interface SurveyCampaignsTable {
  administration_id: string
  campaign_id: string
  code: string
  name: string
  population: string
  population_size: number | null
  starts_on: PlainDate
  ends_on: PlainDate
  ended_on: PlainDate | null
  ended_because: string | null
  goal_kind: Campaign['goalKind']
  goal_value: number
  rate_base: Campaign['rateBase']
  owner_id: string
  instrument_code: string
  instrument_version: number
  channels: SurveyChannel[]
  centre_ids: string[]
  created_at: Date
  created_by: string
}

export async function insertCampaign(
  tx: Tx,
  campaign: Campaign,
  made: { at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('survey_campaigns')
    .values({
      administration_id: campaign.administrationId,
      campaign_id: campaign.campaignId,
      code: campaign.code,
      ended_on: campaign.endedOn,
      ended_because: campaign.endedBecause,
      ...planned(campaign),
      created_at: made.at,
      created_by: made.by,
    })
    .execute()
}

export async function updateCampaign(tx: Tx, campaign: Campaign): Promise<void> {
  await tx
    .updateTable('survey_campaigns')
    .set(planned(campaign))
    .where('administration_id', '=', campaign.administrationId)
    .where('campaign_id', '=', campaign.campaignId)
    .execute()
}

function planned(campaign: Campaign) {
  return {
    name: campaign.name,
    population: campaign.population,
    population_size: campaign.populationSize,
    starts_on: campaign.startsOn,
    ends_on: campaign.endsOn,
    goal_kind: campaign.goalKind,
    goal_value: campaign.goalValue,
    rate_base: campaign.rateBase,
    owner_id: campaign.ownerId,
    instrument_code: campaign.instrumentCode,
    instrument_version: campaign.instrumentVersion,
    channels: [...campaign.channels],
    centre_ids: [...campaign.centreIds],
  }
}

export async function updateEnd(
  tx: Tx,
  { administrationId, campaignId }: Pick<Campaign, 'administrationId' | 'campaignId'>,
  ended: { on: PlainDate; because: string },
): Promise<void> {
  await tx
    .updateTable('survey_campaigns')
    .set({ ended_on: ended.on, ended_because: ended.because })
    .where('administration_id', '=', administrationId)
    .where('campaign_id', '=', campaignId)
    .execute()
}

/** The newest first. */
export async function listCampaigns(db: Db, administrationId: string): Promise<Campaign[]> {
  const rows = await campaigns(db, administrationId)
    .orderBy('starts_on', 'desc')
    .orderBy('code')
    .execute()
  return rows.map(toCampaign)
}

export async function getCampaign(
  db: Db,
  administrationId: string,
  campaignId: string,
): Promise<Campaign> {
  const row = await campaigns(db, administrationId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toCampaign(row)
}

/** For whoever is about to change it: one at a time. */
export async function lockCampaign(
  tx: Tx,
  administrationId: string,
  campaignId: string,
): Promise<Campaign> {
  const row = await campaigns(tx, administrationId)
    .where('campaign_id', '=', campaignId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toCampaign(row)
}

export async function getCampaignByCode(
  db: Db,
  administrationId: string,
  code: string,
): Promise<Campaign> {
  const row = await campaigns(db, administrationId).where('code', '=', code).executeTakeFirst()
  if (!row) throw new NotFound()
  return toCampaign(row)
}

export async function findCampaignByCode(
  db: Db,
  administrationId: string,
  code: string,
): Promise<Campaign | null> {
  const row = await campaigns(db, administrationId).where('code', '=', code).executeTakeFirst()
  return row ? toCampaign(row) : null
}

/** Those that run on a day and ask by this way, the newest first. */
export async function listRunning(
  db: Db,
  administrationId: string,
  { today, channel }: { today: PlainDate; channel: SurveyChannel },
): Promise<Campaign[]> {
  const rows = await campaigns(db, administrationId)
    .where('starts_on', '<=', today)
    .where('ends_on', '>=', today)
    .where('ended_on', 'is', null)
    .where(sql<boolean>`${channel} = any (channels)`)
    .orderBy('starts_on', 'desc')
    .orderBy('code')
    .execute()
  return rows.map(toCampaign)
}

function campaigns(db: Db, administrationId: string) {
  return db
    .selectFrom('survey_campaigns')
    .selectAll()
    .where('administration_id', '=', administrationId)
}

function toCampaign(row: Selectable<SurveyCampaignsTable>): Campaign {
  return {
    administrationId: row.administration_id,
    campaignId: row.campaign_id,
    code: row.code,
    name: row.name,
    population: row.population,
    populationSize: row.population_size,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    endedOn: row.ended_on,
    endedBecause: row.ended_because,
    goalKind: row.goal_kind,
    goalValue: row.goal_value,
    rateBase: row.rate_base,
    ownerId: row.owner_id,
    instrumentCode: row.instrument_code,
    instrumentVersion: row.instrument_version,
    channels: row.channels,
    centreIds: row.centre_ids,
  }
}

import { countAttended } from '../attentions/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { lastDayOf, wantedResponses, type Campaign } from './campaign.ts'
import { responseRate } from '../statistics/index.ts'
import type { Instrument } from './instrument.ts'
import { cellsOf, driverCells, resolvedShares, type Cell, type ResolvedShare } from './results.ts'
import { listDrivers, listOverall, listResolved, listSegments } from './results-store.ts'

/** What a campaign came to so far. */
export interface CampaignResults {
  responses: number
  /** On what the response rate is counted; null: not known. */
  base: number | null
  rate: number | null
  wanted: number | null
  overall: Cell | null
  drivers: readonly Cell[]
  resolved: readonly ResolvedShare[] | null
  byCentre: readonly Cell[]
  byService: readonly Cell[]
  byChannel: readonly Cell[]
  bySegment: readonly { code: string; cells: readonly Cell[] }[]
}

export async function readResults(
  db: Db,
  campaign: Campaign,
  instrument: Pick<Instrument, 'drivers' | 'segments'>,
  today: PlainDate,
): Promise<CampaignResults> {
  const base = await baseOf(db, campaign, today)
  const overall = await listOverall(db, campaign, null)
  const responses = overall[0]?.n ?? 0
  const drivers = instrument.drivers.map(({ code }) => code)
  const segments = await listSegments(db, campaign)
  return {
    responses,
    base,
    rate: responseRate(responses, base),
    wanted: wantedResponses(campaign, base),
    overall: cellsOf(overall)[0] ?? null,
    drivers: driverCells(await listDrivers(db, campaign), drivers),
    resolved: resolvedShares(await listResolved(db, campaign)),
    byCentre: cellsOf(await listOverall(db, campaign, 'centre')),
    byService: cellsOf(await listOverall(db, campaign, 'service')),
    byChannel: cellsOf(await listOverall(db, campaign, 'channel')),
    bySegment: instrument.segments.map(({ code }) => ({
      code,
      cells: cellsOf(segments.filter(({ key }) => key.startsWith(`${code}/`))),
    })),
  }
}

/** The population, or those attended from the first day until the last one that has come. */
async function baseOf(db: Db, campaign: Campaign, today: PlainDate): Promise<number | null> {
  if (campaign.rateBase === 'population') return campaign.populationSize
  const { administrationId, startsOn, centreIds } = campaign
  const last = lastDayOf(campaign)
  const until = last < today ? last : today
  return countAttended(db, { administrationId, from: startsOn, until, centreIds })
}

import { inTransaction } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { covers, lastDayOf, type Campaign } from '../campaign.ts'
import { findCampaignByCode } from '../campaign-store.ts'
import { getInstrument } from '../instrument-store.ts'
import { readAnswers, readFurtherAnswers } from '../response-input.ts'
import { completeResponse, insertFurtherAnswers, insertResponse } from '../response-store.ts'

/** What somebody answered at a tablet of an office, on a day; it knows neither tablet nor hour. */
export interface TabletResponse {
  administrationId: string
  centreId: string
  responseId: string
  campaignCode: string
  respondedOn: PlainDate
  field: (name: string) => string
}

/** False: nobody asks this, there and on that day. The same answer again changes nothing. */
export async function takeTabletResponse(
  { db }: Pick<System, 'db'>,
  { administrationId, centreId, responseId, campaignCode, respondedOn, field }: TabletResponse,
): Promise<boolean> {
  const campaign = await findCampaignByCode(db, administrationId, campaignCode)
  const answers = readAnswers(field)
  if (!campaign || !answers || !isAskedAt(campaign, centreId, respondedOn)) return false
  const { campaignId, instrumentCode, instrumentVersion } = campaign
  const instrument = await getInstrument(db, instrumentCode, instrumentVersion)
  const response = { administrationId, responseId, campaignId }
  await inTransaction(db, async (tx) => {
    const about = { respondedOn, channel: 'tablet' as const, centreId, serviceId: null }
    await insertResponse(tx, { ...response, ...about, caseKind: null, ...answers })
    if (!(await completeResponse(tx, response))) return
    await insertFurtherAnswers(tx, response, readFurtherAnswers(field, instrument))
  })
  return true
}

function isAskedAt(campaign: Campaign, centreId: string, day: PlainDate): boolean {
  const isItsTime = campaign.startsOn <= day && day <= lastDayOf(campaign)
  return isItsTime && campaign.channels.includes('tablet') && covers(campaign, centreId)
}

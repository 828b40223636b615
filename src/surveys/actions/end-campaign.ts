import { getBookRulesById } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { WrongState } from '../../platform/errors.ts'
import type { StaffDeed } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { campaignState } from '../campaign.ts'
import { lockCampaign, updateEnd } from '../campaign-store.ts'

/** Before its time and with a reason, which stays with it; what was answered stays too. */
export async function endCampaign(
  system: Pick<System, 'db'>,
  deed: StaffDeed,
  campaignId: string,
  reason: string,
): Promise<void> {
  const { administrationId, at } = deed
  const { administration } = await getBookRulesById(system, administrationId, at)
  const today = localDate(at, administration.timeZone)
  await inTransaction(system.db, async (tx) => {
    const campaign = await lockCampaign(tx, administrationId, campaignId)
    if (campaignState(campaign, today) === 'ended') throw new WrongState()
    await updateEnd(tx, campaign, { on: today, because: reason })
    await recordChange(tx, { ...deed, action: 'survey_campaign_ended', details: { campaignId } })
  })
}

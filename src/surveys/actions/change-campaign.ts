import { isDeepStrictEqual } from 'node:util'
import { getBookRulesById } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { WrongState } from '../../platform/errors.ts'
import type { StaffDeed } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { campaignState } from '../campaign.ts'
import type { CampaignInput } from '../campaign-input.ts'
import { lockCampaign, updateCampaign } from '../campaign-store.ts'
import { checkCampaign, type CampaignPlan } from './check-campaign.ts'

/** Before anybody is asked; afterwards nobody could say what the answers were given to. */
export async function changeCampaign(
  system: Pick<System, 'db'>,
  deed: StaffDeed,
  campaignId: string,
  input: CampaignInput,
): Promise<void> {
  const { administrationId, at } = deed
  const book = await getBookRulesById(system, administrationId, at)
  const today = localDate(at, book.administration.timeZone)
  await inTransaction(system.db, async (tx) => {
    const before = await lockCampaign(tx, administrationId, campaignId)
    if (campaignState(before, today) !== 'planned') throw new WrongState()
    const plan = await checkCampaign(tx, book, input, today)
    const fields = (Object.keys(plan) as (keyof CampaignPlan)[]).filter(
      (field) => !isDeepStrictEqual(plan[field], before[field]),
    )
    if (fields.length === 0) return
    await updateCampaign(tx, { ...before, ...plan })
    const details = { campaignId, fields }
    await recordChange(tx, { ...deed, action: 'survey_campaign_changed', details })
  })
}

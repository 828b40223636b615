import { randomInt, randomUUID } from 'node:crypto'
import { getBookRulesById } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import type { StaffDeed } from '../../people/index.ts'
import type { System } from '../../system.ts'
import type { Campaign } from '../campaign.ts'
import { instrumentName, type CampaignInput } from '../campaign-input.ts'
import { insertCampaign } from '../campaign-store.ts'
import { checkCampaign } from './check-campaign.ts'

/** Small letters and figures that nobody mistakes for one another when they are read from a wall. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 6

/** Plans a campaign with the newest version of what it asks; its code is the address of the survey. */
export async function openCampaign(
  system: Pick<System, 'db'>,
  deed: StaffDeed,
  input: CampaignInput,
): Promise<Campaign> {
  const { administrationId } = deed
  const book = await getBookRulesById(system, administrationId, deed.at)
  const today = localDate(deed.at, book.administration.timeZone)
  return inTransaction(system.db, async (tx) => {
    const campaign: Campaign = {
      ...(await checkCampaign(tx, book, input, today)),
      administrationId,
      campaignId: randomUUID(),
      code: newCode(),
      endedOn: null,
      endedBecause: null,
    }
    await insertCampaign(tx, campaign, { at: deed.at, by: deed.accountId })
    const { campaignId } = campaign
    const details = { campaignId, instrument: instrumentName(campaign) }
    await recordChange(tx, { ...deed, action: 'survey_campaign_opened', details })
    return campaign
  })
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

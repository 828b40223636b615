import { randomInt, randomUUID } from 'node:crypto'
import { getBookRulesById } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid, WrongState, type FieldProblem } from '../../platform/errors.ts'
import { listHolders, type StaffDeed } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { campaignState, type Campaign } from '../campaign.ts'
import { instrumentName, problemsOfCampaign, type CampaignInput } from '../campaign-input.ts'
import { getCampaign, insertCampaign, updateEndedOn } from '../campaign-store.ts'
import { listInstruments } from '../instrument-store.ts'
import { owners } from '../survey-policy.ts'

type Ground = Pick<System, 'db'>

/** Small letters and figures that nobody mistakes for one another when they are read from a wall. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 6

/** Plans a campaign with the newest version of what it asks; its code is the address of the survey. */
export async function openCampaign(
  system: Ground,
  deed: StaffDeed,
  { instrument: asked, ...input }: CampaignInput,
): Promise<Campaign> {
  const { administrationId } = deed
  const book = await getBookRulesById(system, administrationId, deed.at)
  const today = localDate(deed.at, book.administration.timeZone)
  return inTransaction(system.db, async (tx) => {
    const instruments = await listInstruments(tx)
    const instrument = instruments.find(({ code, version }) => `${code}/${version}` === asked)
    const holders = await listHolders(tx, owners, { administrationId }, today)
    const centres = new Set(book.centres.map(({ centreId }) => centreId))
    const problems: FieldProblem[] = [
      ...problemsOfCampaign(input),
      ...(holders.includes(input.ownerId) ? [] : [{ field: 'ownerId', code: 'unknown' }]),
      ...(input.centreIds.every((id) => centres.has(id))
        ? []
        : [{ field: 'centreIds', code: 'unknown' }]),
    ]
    if (!instrument) problems.push({ field: 'instrument', code: 'unknown' })
    if (!instrument || problems.length > 0) throw new Invalid(problems)
    const campaign: Campaign = {
      ...input,
      administrationId,
      campaignId: randomUUID(),
      code: newCode(),
      endedOn: null,
      instrumentCode: instrument.code,
      instrumentVersion: instrument.version,
    }
    await insertCampaign(tx, campaign, { at: deed.at, by: deed.accountId })
    const { campaignId } = campaign
    const details = { campaignId, instrument: instrumentName(campaign) }
    await recordChange(tx, { ...deed, action: 'survey_campaign_opened', details })
    return campaign
  })
}

/** Before its time; what was answered stays. */
export async function endCampaign(
  system: Ground,
  deed: StaffDeed,
  campaignId: string,
): Promise<void> {
  const { administrationId, at } = deed
  const { administration } = await getBookRulesById(system, administrationId, at)
  const today = localDate(at, administration.timeZone)
  await inTransaction(system.db, async (tx) => {
    const campaign = await getCampaign(tx, administrationId, campaignId)
    if (campaignState(campaign, today) === 'ended') throw new WrongState()
    if (!(await updateEndedOn(tx, campaign, today))) throw new WrongState()
    await recordChange(tx, { ...deed, action: 'survey_campaign_ended', details: { campaignId } })
  })
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

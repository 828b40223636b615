import type { BookRules } from '../../administrations/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { listHolders } from '../../people/index.ts'
import { CHANNELS, type Campaign } from '../campaign.ts'
import { problemsOfCampaign, type CampaignInput } from '../campaign-input.ts'
import { listInstruments } from '../instrument-store.ts'
import { owners } from '../survey-policy.ts'

/** What somebody plans, as it is kept. */
export type CampaignPlan = Omit<
  Campaign,
  'administrationId' | 'campaignId' | 'code' | 'endedOn' | 'endedBecause'
>

/** A plan with the newest version of what it asks, or all that is wrong with it. */
export async function checkCampaign(
  tx: Tx,
  { administration, centres }: Pick<BookRules, 'administration' | 'centres'>,
  { instrument: asked, ...input }: CampaignInput,
  today: PlainDate,
): Promise<CampaignPlan> {
  const { administrationId } = administration
  const instruments = await listInstruments(tx)
  const instrument = instruments.find(({ code, version }) => `${code}/${version}` === asked)
  const holders = await listHolders(tx, owners, { administrationId }, today)
  const known = new Set(centres.map(({ centreId }) => centreId))
  const problems: FieldProblem[] = problemsOfCampaign(input)
  if (!holders.includes(input.ownerId)) problems.push({ field: 'ownerId', code: 'unknown' })
  if (!input.centreIds.every((id) => known.has(id))) {
    problems.push({ field: 'centreIds', code: 'unknown' })
  }
  if (!instrument) problems.push({ field: 'instrument', code: 'unknown' })
  if (!instrument || problems.length > 0) throw new Invalid(problems)
  return {
    ...input,
    channels: CHANNELS.filter((channel) => input.channels.includes(channel)),
    centreIds: input.centreIds.toSorted(),
    instrumentCode: instrument.code,
    instrumentVersion: instrument.version,
  }
}

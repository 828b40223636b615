import type { Request, Response } from 'express'
import { getBookRules, wearTheme, type BookRules } from '../../administrations/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { campaignState, covers, type Campaign, type CampaignState } from '../campaign.ts'
import { getCampaignByCode } from '../campaign-store.ts'
import { getInstrument } from '../instrument-store.ts'
import type { Instrument } from '../instrument.ts'

/** The survey that an address leads to, and whether it is being answered today. */
export interface Asked {
  book: BookRules
  campaign: Campaign
  instrument: Instrument
  state: CampaignState
  today: PlainDate
}

const CODE = /^[a-z0-9]{6}$/

export async function findAsked(
  system: System,
  request: Request,
  response: Response,
): Promise<Asked> {
  const now = system.clock()
  const book = await getBookRules(system, String(request.params['slug']), now)
  const { administrationId, timeZone } = book.administration
  wearTheme(response, book.administration)
  const code = String(request.params['code'])
  if (!CODE.test(code)) throw new NotFound()
  const campaign = await getCampaignByCode(system.db, administrationId, code)
  if (campaign.channels.every((channel) => channel === 'after_answer')) throw new NotFound()
  const { instrumentCode, instrumentVersion } = campaign
  const instrument = await getInstrument(system.db, instrumentCode, instrumentVersion)
  const today = localDate(now, timeZone)
  return { book, campaign, instrument, state: campaignState(campaign, today), today }
}

/** The centres that a campaign asks about. */
export function centresOf({ book, campaign }: Pick<Asked, 'book' | 'campaign'>) {
  return book.centres.filter(({ centreId }) => covers(campaign, centreId))
}

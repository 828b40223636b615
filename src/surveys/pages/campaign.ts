import type { Response } from 'express'
import { accountNames } from '../../people/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import { formErrors, readForm, render, typedIn, type Page } from '../../platform/web/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { endCampaign } from '../actions/end-campaign.ts'
import { campaignState, covers, type Campaign } from '../campaign.ts'
import { endInput } from '../campaign-input.ts'
import { getCampaign } from '../campaign-store.ts'
import { getInstrument } from '../instrument-store.ts'
import { readResults } from '../read-results.ts'
import { resultsView } from './results-view.ts'
import { campaignIdOf, enterRoom, type Room } from './room.ts'
import { surveyAddress } from './urls.ts'

const DONE = ['opened', 'changed', 'ended']

/** What was just done, or what is wrong with the reason to end it. */
interface Said {
  done?: string | null
  problems?: readonly FieldProblem[]
  reason?: string
}

export function showCampaign(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { administrationId } = room.deed
    const campaign = await getCampaign(system.db, administrationId, campaignIdOf(request))
    const done = request.query.hecho
    const isDone = typeof done === 'string' && DONE.includes(done)
    await show(system, response, room, campaign, { done: isDone ? done : null })
  }
}

export function takeEnd(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { deed, urls } = room
    const campaignId = campaignIdOf(request)
    const { values, problems } = readForm(request, endInput)
    if (!values) {
      const campaign = await getCampaign(system.db, deed.administrationId, campaignId)
      const reason = typedIn(request)('reason')
      return show(system, response, room, campaign, { problems, reason })
    }
    await endCampaign(system, deed, campaignId, values.reason)
    response.redirect(303, `${urls.campaign(campaignId)}?hecho=ended`)
  }
}

async function show(
  system: System,
  response: Response,
  room: Room,
  campaign: Campaign,
  { done = null, problems = [], reason = '' }: Said,
): Promise<void> {
  const { t, lang, urls, today, mayKeep, mayReadWords } = room
  const { campaignId, instrumentCode, instrumentVersion } = campaign
  const instrument = await getInstrument(system.db, instrumentCode, instrumentVersion)
  const results = await readResults(system.db, campaign, instrument, today)
  const owner = await accountNames(system.db, [campaign.ownerId])
  const state = campaignState(campaign, today)
  const error = problems.length > 0
  render(
    response,
    'surveys/campaign',
    {
      title: campaign.name,
      backUrl: urls.list,
      error,
      errors: formErrors(response, problems, 'survey-staff.problems'),
      done: done && t(`survey-staff.done.${done}`),
      state,
      facts: {
        population: campaign.population,
        size: campaign.populationSize,
        startsOn: campaign.startsOn,
        endsOn: campaign.endedOn ?? campaign.endsOn,
        endedBecause: campaign.endedBecause,
        goal: t(`survey-staff.goal_said.${campaign.goalKind}`, { value: campaign.goalValue }),
        base: t(`survey-staff.base.${campaign.rateBase}`),
        owner: owner.get(campaign.ownerId) ?? '',
        instrument: t('survey-staff.instrument_version', {
          name: inLanguage(instrument.name, lang),
          version: instrumentVersion,
        }),
        channels: campaign.channels.map((channel) => t(`survey-staff.channel.${channel}`)),
        centres: centresOf(room, campaign).map(({ name }) => name),
      },
      responses: results.responses,
      results: resultsView(results, campaign, instrument, room),
      wordsUrl: mayReadWords ? urls.words(campaignId) : null,
      changeUrl: mayKeep && state === 'planned' ? urls.change(campaignId) : null,
      reason,
      endUrl: mayKeep && state !== 'ended' ? urls.end(campaignId) : null,
      addresses: addressesOf(system, room, campaign),
    },
    { layout: 'staff', status: error ? 422 : 200 },
  )
}

function centresOf({ book }: Room, campaign: Campaign) {
  return book.centres.filter(({ centreId }) => covers(campaign, centreId))
}

/** One address for everybody and one for each centre, as they are printed or opened on its tablet. */
function addressesOf({ config }: System, room: Room, campaign: Campaign) {
  const { slug } = room.book.administration
  const places = [
    { name: room.t('survey-staff.everywhere') },
    ...centresOf(room, campaign).map((centre) => ({ name: centre.name, centre: centre.slug })),
  ]
  return campaign.channels
    .filter((channel) => channel !== 'after_answer')
    .map((via) => ({
      channel: room.t(`survey-staff.channel.${via}`),
      places: places.map(({ name, ...place }) => ({
        name,
        url: config.baseUrl + surveyAddress(slug, campaign.code, { via, ...place }),
      })),
    }))
}

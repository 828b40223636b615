import { accountNames } from '../../people/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { campaignState } from '../campaign.ts'
import { listCampaigns } from '../campaign-store.ts'
import { countResponses } from '../response-store.ts'
import { enterRoom } from './room.ts'

export function showCampaigns(system: System): Page {
  return async (_request, response) => {
    const { deed, today, urls, mayKeep, t } = await enterRoom(system, response)
    const campaigns = await listCampaigns(system.db, deed.administrationId)
    const responses = await countResponses(system.db, deed.administrationId)
    const names = await accountNames(
      system.db,
      campaigns.map(({ ownerId }) => ownerId),
    )
    const model = {
      title: t('survey-staff.title'),
      ratesUrl: urls.rates,
      addUrl: mayKeep ? urls.add : null,
      campaigns: campaigns.map((campaign) => ({
        name: campaign.name,
        href: urls.campaign(campaign.campaignId),
        state: campaignState(campaign, today),
        startsOn: campaign.startsOn,
        endsOn: campaign.endedOn ?? campaign.endsOn,
        owner: names.get(campaign.ownerId) ?? '',
        responses: responses.get(campaign.campaignId) ?? 0,
      })),
    }
    render(response, 'surveys/list', model, { layout: 'staff' })
  }
}

import { recordLook } from '../../audit/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { getCampaign } from '../campaign-store.ts'
import { listComments } from '../response-store.ts'
import { campaignIdOf, enterRoom } from './room.ts'

/** What people wrote in their own words; every look is recorded. */
export function showWords(system: System): Page {
  return async (request, response) => {
    const { deed, urls, t } = await enterRoom(system, response)
    const { administrationId } = deed
    const { campaignId, name } = await getCampaign(
      system.db,
      administrationId,
      campaignIdOf(request),
    )
    const comments = await listComments(system.db, administrationId, campaignId)
    await recordLook(system.db, { ...deed, what: 'survey_comments', details: { campaignId } })
    const model = {
      title: t('survey-staff.words.title'),
      backUrl: urls.campaign(campaignId),
      name,
      comments,
    }
    render(response, 'surveys/words', model, { layout: 'staff' })
  }
}

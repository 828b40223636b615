import type { Request } from 'express'
import {
  sendingForm,
  showing,
  tickedIn,
  typedIn,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { openCampaign } from '../actions/open-campaign.ts'
import { campaignInput } from '../campaign-input.ts'
import { showForm, type CampaignForm } from './campaign-form.ts'
import { enterRoom, type Room } from './room.ts'

const newCampaignPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (room, request, response, problems) =>
    showForm(system, response, room, formOf(room, request), problems),
})

export function showNewCampaign(system: System): Page {
  return showing(newCampaignPage(system))
}

export function sendNewCampaign(system: System): Page {
  return sendingForm(newCampaignPage(system), campaignInput, async ({ deed, urls }, values) => {
    const { campaignId } = await openCampaign(system, deed, values)
    return `${urls.campaign(campaignId)}?hecho=opened`
  })
}

function formOf({ t, urls }: Room, request: Request): CampaignForm {
  return {
    title: t('survey-staff.form.title'),
    action: urls.list,
    backUrl: urls.list,
    typed: typedIn(request),
    chosen: tickedIn(request),
  }
}

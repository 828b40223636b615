import type { Request } from 'express'
import { Invalid } from '../../platform/errors.ts'
import { readForm, tickedIn, typedIn, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { openCampaign } from '../actions/open-campaign.ts'
import { campaignInput } from '../campaign-input.ts'
import { showForm, type CampaignForm } from './campaign-form.ts'
import { enterRoom, type Room } from './room.ts'

export function showNewCampaign(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    await showForm(system, response, room, formOf(room, request))
  }
}

export function sendNewCampaign(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const form = formOf(room, request)
    const { values, problems } = readForm(request, campaignInput)
    if (!values) return showForm(system, response, room, form, problems)
    try {
      const { campaignId } = await openCampaign(system, room.deed, values)
      response.redirect(303, `${room.urls.campaign(campaignId)}?hecho=opened`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await showForm(system, response, room, form, error.problems)
    }
  }
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

import type { Request, Response } from 'express'
import { WrongState } from '../../platform/errors.ts'
import {
  sendingForm,
  tickedIn,
  typedIn,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { changeCampaign } from '../actions/change-campaign.ts'
import { campaignState, type Campaign } from '../campaign.ts'
import { campaignInput, instrumentName } from '../campaign-input.ts'
import { getCampaign } from '../campaign-store.ts'
import { showForm } from './campaign-form.ts'
import { campaignIdOf, enterRoom, type Room } from './room.ts'

export function showChange(system: System): Page {
  return async (request, response) => {
    const { campaign, ...room } = await enterCampaign(system, request, response)
    if (campaignState(campaign, room.today) !== 'planned') throw new WrongState()
    const form = { ...frame(room, campaign.campaignId), ...filledWith(campaign) }
    await showForm(system, response, room, form)
  }
}

async function enterCampaign(system: System, request: Request, response: Response) {
  const room = await enterRoom(system, response)
  const { administrationId } = room.deed
  const campaign = await getCampaign(system.db, administrationId, campaignIdOf(request))
  return { ...room, campaign }
}

/** Shown again only: fresh it is filled with what stands. */
const changePage = (system: System): FormPage<Room> => ({
  enter: (request, response) => enterCampaign(system, request, response),
  show: (room, request, response, problems) => {
    const typed = { typed: typedIn(request), chosen: tickedIn(request) }
    const form = { ...frame(room, campaignIdOf(request)), ...typed }
    return showForm(system, response, room, form, problems)
  },
})

export function sendChange(system: System): Page {
  return sendingForm(changePage(system), campaignInput, async (room, values, request) => {
    const campaignId = campaignIdOf(request)
    await changeCampaign(system, room.deed, campaignId, values)
    return `${room.urls.campaign(campaignId)}?hecho=changed`
  })
}

function frame({ t, urls }: Room, campaignId: string) {
  return {
    title: t('survey-staff.form.change_title'),
    action: urls.change(campaignId),
    backUrl: urls.campaign(campaignId),
  }
}

function filledWith(campaign: Campaign) {
  const texts: Readonly<Record<string, string | number | null>> = {
    name: campaign.name,
    instrument: instrumentName(campaign),
    population: campaign.population,
    populationSize: campaign.populationSize,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    goalKind: campaign.goalKind,
    goalValue: campaign.goalValue,
    rateBase: campaign.rateBase,
    ownerId: campaign.ownerId,
  }
  const lists: Readonly<Record<string, readonly string[]>> = {
    channels: campaign.channels,
    centreIds: campaign.centreIds,
  }
  return {
    typed: (field: string) => String(texts[field] ?? ''),
    chosen: (field: string) => lists[field] ?? [],
  }
}

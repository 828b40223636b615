import type { Request, Response } from 'express'
import { accountNames, listHolders } from '../../people/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import {
  formErrors,
  readForm,
  render,
  tickedIn,
  typedIn,
  type Page,
} from '../../platform/web/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { openCampaign } from '../actions/open-campaign.ts'
import { CHANNELS, GOAL_KINDS, RATE_BASES } from '../campaign.ts'
import { campaignInput } from '../campaign-input.ts'
import { listInstruments } from '../instrument-store.ts'
import { owners } from '../survey-policy.ts'
import { enterRoom, type Room } from './room.ts'

export function showNewCampaign(system: System): Page {
  return async (request, response) => {
    await showForm(system, request, response, await enterRoom(system, response), [])
  }
}

export function sendNewCampaign(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { values, problems } = readForm(request, campaignInput)
    if (!values) return showForm(system, request, response, room, problems)
    try {
      const { campaignId } = await openCampaign(system, room.deed, values)
      response.redirect(303, `${room.urls.campaign(campaignId)}?hecho=opened`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await showForm(system, request, response, room, error.problems)
    }
  }
}

async function showForm(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls } = room
  const error = problems.length > 0
  // a list has one message, whichever of its values was wrong
  const named = problems.map((one) => ({ ...one, field: one.field.replace(/\..*$/, '') }))
  const model = {
    title: t('survey-staff.form.title'),
    error,
    backUrl: urls.list,
    action: urls.list,
    errors: formErrors(response, named, 'survey-staff.problems'),
    typed: typedIn(request),
    chosen: tickedIn(request),
    ...(await choices(system, room)),
  }
  render(response, 'surveys/campaign-form', model, { layout: 'staff', status: error ? 422 : 200 })
}

async function choices(system: System, { book, deed, today, t, lang }: Room) {
  const { administrationId } = deed
  const holders = await listHolders(system.db, owners, { administrationId }, today)
  const names = await accountNames(system.db, holders)
  const instruments = await listInstruments(system.db)
  return {
    owners: [...names].map(([value, text]) => ({ value, text })),
    viewerId: deed.accountId,
    instruments: instruments.map(({ code, version, name }) => ({
      value: `${code}/${version}`,
      text: t('survey-staff.instrument_version', { name: inLanguage(name, lang), version }),
    })),
    channels: CHANNELS.map((value) => ({
      value,
      text: t(`survey-staff.channel.${value}`),
      hint: { text: t(`survey-staff.channel_hint.${value}`) },
    })),
    centres: book.centres.map(({ centreId, name }) => ({ value: centreId, text: name })),
    goals: GOAL_KINDS.map((value) => ({ value, text: t(`survey-staff.goal.${value}`) })),
    bases: RATE_BASES.map((value) => ({ value, text: t(`survey-staff.base.${value}`) })),
  }
}

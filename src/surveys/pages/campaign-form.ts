import type { Response } from 'express'
import { accountNames, listHolders } from '../../people/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import { formErrors, render } from '../../platform/web/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { CHANNELS, GOAL_KINDS, RATE_BASES } from '../campaign.ts'
import { listInstruments } from '../instrument-store.ts'
import { owners } from '../survey-policy.ts'
import type { Room } from './room.ts'

/** The form in which a campaign is planned, and changed as long as it has not begun. */
export interface CampaignForm {
  title: string
  action: string
  backUrl: string
  typed: (field: string) => string
  chosen: (field: string) => readonly string[]
}

export async function showForm(
  system: System,
  response: Response,
  room: Room,
  form: CampaignForm,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const error = problems.length > 0
  // a list has one message, whichever of its values was wrong
  const named = problems.map((one) => ({ ...one, field: one.field.replace(/\..*$/, '') }))
  const model = {
    ...form,
    error,
    errors: formErrors(response, named, 'survey-staff.problems'),
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

import { randomUUID } from 'node:crypto'
import { addDays } from '../platform/dates.ts'
import {
  DRIVERS,
  openCampaign,
  takeFurtherAnswers,
  takeResponse,
  type Campaign,
  type Driver,
  type SurveyChannel,
} from '../surveys/index.ts'
import type { Filling } from './actions/fill-programme.ts'

const ANSWERS = 96
/** How people answer, from the worst to the best. */
const SCORES = { 1: 6, 2: 9, 3: 20, 4: 38, 5: 27 }
const IMPATIENT = { 1: 14, 2: 22, 3: 28, 4: 24, 5: 12 }

/** A survey that began some weeks ago, and what people answered since. */
export async function inventAnswers(filling: Filling): Promise<void> {
  const campaign = await runningCampaign(filling)
  if (!campaign) return
  for (let index = 0; index < ANSWERS; index += 1) await answerOnce(filling, campaign)
}

async function runningCampaign({ system, book, script, today, now, holder }: Filling) {
  const { administrationId } = book.administration
  const accountId = await holder('analyst')
  if (accountId === null) return null
  const { name, population, goal, startedDaysAgo, endsInDays } = script.campaign
  return openCampaign(
    system,
    { administrationId, accountId, at: now },
    {
      name,
      population,
      populationSize: null,
      startsOn: addDays(today, -startedDaysAgo),
      endsOn: addDays(today, endsInDays),
      goalKind: 'responses',
      goalValue: goal,
      rateBase: 'attentions',
      ownerId: accountId,
      instrument: 'neutral/1',
      channels: ['qr', 'tablet', 'link', 'after_answer'],
      centreIds: [],
    },
  )
}

async function answerOnce({ system, book, chance, script, today }: Filling, campaign: Campaign) {
  const { administrationId, campaignId } = campaign
  const whose = { administrationId, campaignId, responseId: randomUUID() }
  const centre = chance.pick(book.centres)
  const score = (driver: Driver) =>
    Number(chance.weighted(driver === 'provision_time' ? IMPATIENT : SCORES))
  await takeResponse(system, {
    ...whose,
    respondedOn: addDays(today, -chance.int(0, script.campaign.startedDaysAgo)),
    channel: chance.weighted<SurveyChannel>({ qr: 5, tablet: 3, link: 1, after_answer: 0 }),
    centreId: centre.centreId,
    serviceId: chance.pick(centre.serviceIds),
    caseKind: null,
    overall: Number(chance.weighted(SCORES)),
    resolved: chance.weighted({ yes: 6, partly: 2, no: 2 }),
  })
  if (chance.happens(0.3)) return
  const purpose = chance.weighted({ procedure: 6, guidance: 3, business: 1 })
  await takeFurtherAnswers(system, whose, {
    scores: new Map(DRIVERS.map((driver) => [driver, score(driver)])),
    segments: new Map([['purpose', purpose]]),
    comment: chance.happens(0.15) ? chance.pick(script.comments) : '',
  })
}

import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { covers, type Campaign, type SurveyChannel } from './campaign.ts'
import { listRunning } from './campaign-store.ts'
import type { Instrument } from './instrument.ts'
import { getInstrument } from './instrument-store.ts'
import type { Answers, DriverScores } from './response-input.ts'
import { completeResponse, insertFurtherAnswers, insertResponse } from './response-store.ts'

/** The campaign that asks those who got an answer, and what it asks them. */
export interface AnswerSurvey {
  campaign: Campaign
  instrument: Instrument
}

export interface AnsweredPlace {
  administrationId: string
  centreId: string
}

export function findAnswerSurvey(
  db: Db,
  place: AnsweredPlace,
  today: PlainDate,
): Promise<AnswerSurvey | null> {
  return findSurveyAt(db, place, { channel: 'after_answer', today })
}

/** What runs on a day at a place and asks by this way. */
export async function findSurveyAt(
  db: Db,
  { administrationId, centreId }: AnsweredPlace,
  { channel, today }: { channel: SurveyChannel; today: PlainDate },
): Promise<AnswerSurvey | null> {
  const running = await listRunning(db, administrationId, { today, channel })
  const campaign = running.find((each) => covers(each, centreId))
  if (!campaign) return null
  const { instrumentCode, instrumentVersion } = campaign
  return { campaign, instrument: await getInstrument(db, instrumentCode, instrumentVersion) }
}

export interface AnsweredCase extends AnsweredPlace {
  serviceId: string | null
  kind: string
}

/** What the person of a case thought of it, kept beside its kind and place and never beside the case. */
export async function recordAnswerSurvey(
  tx: Tx,
  { campaign, instrument }: AnswerSurvey,
  about: AnsweredCase,
  told: Answers & { scores: DriverScores; day: PlainDate },
): Promise<void> {
  const { administrationId, campaignId } = campaign
  const response = { administrationId, campaignId, responseId: randomUUID() }
  await insertResponse(tx, {
    ...response,
    respondedOn: told.day,
    channel: 'after_answer',
    centreId: about.centreId,
    serviceId: about.serviceId,
    caseKind: about.kind,
    overall: told.overall,
    resolved: told.resolved,
  })
  await completeResponse(tx, response)
  const isAsked = (driver: string) => instrument.drivers.some(({ code }) => code === driver)
  const scores = new Map([...told.scores].filter(([driver]) => isAsked(driver)))
  await insertFurtherAnswers(tx, response, { scores, segments: new Map(), comment: '' })
}

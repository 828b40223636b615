import type { FieldProblem } from '../../../platform/errors.ts'
import { DRIVERS, driverQuestions, findAnswerSurvey, readScores } from '../../../surveys/index.ts'
import type { System } from '../../../system.ts'
import { rateCase, type Rating } from '../../actions/answer-back.ts'
import { findRating } from '../../rating-store.ts'
import { tooLong, type StepPage } from './step-page.ts'
import type { Typed } from '../typed-in.ts'
import type { Visit } from './visit.ts'

export const RESOLVED = ['yes', 'partly', 'no'] as const satisfies readonly Rating['resolved'][]
/** From the best to the worst, in words; figures would mean something else to everybody. */
export const SATISFACTION = [5, 4, 3, 2, 1] as const

/** Was it resolved, and how was it done: the last word counts. */
export const ratingPage: StepPage = {
  action: 'rate',
  address: 'opinion',
  fields: ['resolved', 'satisfaction', 'comment', ...DRIVERS],
  words: 'comment',
  takesFiles: false,
  name: 'rating',
  model: async (system, visit) => {
    const { item, t } = visit
    const isAgain = (await findRating(system.db, item.administrationId, item.caseId)) !== null
    return {
      resolvedItems: RESOLVED.map((value) => ({ value, text: t(`follow.resolved.${value}`) })),
      satisfactionItems: SATISFACTION.map((value) => ({
        value: String(value),
        text: t(`follow.satisfaction.${value}`),
      })),
      isAgain,
      asked: isAgain ? null : await askedByCampaign(system, visit),
    }
  },
  check: (typed) => [
    ...chosen('resolved', RESOLVED, typed),
    ...chosen('satisfaction', SATISFACTION.map(String), typed),
    ...tooLong('comment', typed),
  ],
  take: (system, request, { typed }, now) =>
    rateCase(
      system,
      request,
      {
        resolved: typed['resolved'] as Rating['resolved'],
        satisfaction: Number(typed['satisfaction']),
        comment: typed['comment'] ?? '',
        scores: readScores((field) => typed[field] ?? '', DRIVERS),
      },
      now,
    ),
}

/** The drivers of a campaign for those who got an answer, while one runs. */
async function askedByCampaign({ db }: System, { item, today, lang, t }: Visit) {
  const survey = await findAnswerSurvey(db, item, today)
  return survey && driverQuestions(survey.instrument, { lang, t })
}

function chosen(field: string, values: readonly string[], typed: Typed): FieldProblem[] {
  return values.includes(typed[field] ?? '') ? [] : [{ field, code: 'required' }]
}

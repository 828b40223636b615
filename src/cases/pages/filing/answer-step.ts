import { CONTACTS, placeOf } from '../../asked-of-person.ts'
import { ANSWER_BY, type AnswerBy } from '../../filing.ts'
import * as speaking from './speaking.ts'
import { orNull, type Step } from './step.ts'
import { requires, type Visit } from './visit.ts'

/** How the answer reaches the person, and what the person agrees to. */
export const answerStep: Step = {
  address: 'respuesta',
  name: 'answer',
  isAsked: () => true,
  isAnswered: (visit) => waysOf(visit).some((way) => way === visit.answers.answerBy),
  fields: () => [
    'answerBy',
    ...CONTACTS,
    'electronicNotice',
    'resultsTold',
    'quotation',
    ...speaking.FIELDS,
  ],
  fill: ({ answers }) => ({
    answerBy: answers.answerBy ?? '',
    email: answers.email ?? '',
    phone: answers.phone ?? '',
    address: answers.address ?? '',
    electronicNotice: answers.electronicNotice ? 'yes' : '',
    resultsTold: answers.resultsTold ? 'yes' : '',
    quotation: answers.quotation ? 'yes' : '',
    ...speaking.fill(answers),
  }),
  read(typed, visit) {
    const answerBy = waysOf(visit).find((way) => way === typed['answerBy'])
    const place = answerBy && placeOf(answerBy)
    return {
      answers: {
        answerBy: answerBy ?? null,
        ...(place && { [place]: orNull(typed[place]) }),
        electronicNotice: typed['electronicNotice'] === 'yes',
        resultsTold: typed['resultsTold'] === 'yes',
        quotation: typed['quotation'] === 'yes',
        ...speaking.read(typed, visit),
      },
      problems: answerBy ? [] : [{ field: '/answerBy', code: 'required' }],
    }
  },
  owns(field, { answers }) {
    const place = answers.answerBy && placeOf(answers.answerBy)
    return (
      field === '/answerBy' ||
      field.startsWith('/consents') ||
      (place !== undefined && field === `/person/${place}`)
    )
  },
  tell({ answers }) {
    const place = answers.answerBy && placeOf(answers.answerBy)
    return {
      ...(answers.answerBy && { answerBy: answers.answerBy }),
      consents: {
        electronicNotice: answers.electronicNotice ?? false,
        resultsTold: answers.resultsTold ?? false,
        quotation: answers.quotation ?? false,
      },
      ...speaking.tell(answers, place && { [place]: answers[place] }),
    }
  },
  show: (visit, typed, errors) => ({
    ways: waysOf(visit),
    chosen: typed['answerBy'],
    values: typed,
    errorMessage: errors.fields['answerBy'],
    fieldErrors: errors.fields,
    ...speaking.show(visit),
  }),
  rows(visit) {
    const { answers, t } = visit
    const place = answers.answerBy && placeOf(answers.answerBy)
    const way = answers.answerBy ? t(`cases.answer_by.${answers.answerBy}`) : ''
    const where = place ? answers[place] : undefined
    const agreed = (['electronicNotice', 'resultsTold', 'quotation'] as const)
      .filter((consent) => answers[consent])
      .map((consent) => t(`filing.answer.short.${consent}`))
    return [
      { row: 'answer', value: where ? `${way}\n${where}` : way },
      { row: 'consents', value: agreed.join('\n') || t('filing.answer.short.none') },
      ...speaking.rows(visit),
    ]
  },
}

/** Text messages only where somebody sends them; no way at all only where the kind needs none. */
function waysOf(visit: Visit): AnswerBy[] {
  const off: Partial<Record<AnswerBy, boolean>> = {
    sms: !visit.sendsTexts,
    none: requires(visit, '/answerBy'),
  }
  return ANSWER_BY.filter((way) => !off[way])
}

import { DESCRIPTION_LIMIT } from '../../filing.ts'
import { GO_ON } from './corruption-door.ts'
import type { Step } from './step.ts'
import { kindOf } from './visit.ts'

/** What happened, in the person's own words. */
export const storyStep: Step = {
  address: 'que-paso',
  name: 'story',
  isAsked: () => true,
  isAnswered: ({ answers }) => Boolean(answers.description),
  fields: () => ['description', GO_ON],
  fill: ({ answers }) => ({ description: answers.description ?? '' }),
  read: (typed) => ({
    answers: {
      description: typed['description'] ?? '',
      ...(typed[GO_ON] && { goesOnHere: true }),
    },
  }),
  owns: (field) => field === '/description',
  tell: ({ answers }) => ({ description: answers.description ?? '' }),
  show: (visit, { description }, errors) => ({
    kind: kindOf(visit)?.code,
    field: {
      name: 'description',
      value: description,
      maxlength: DESCRIPTION_LIMIT,
      threshold: 75,
      rows: 9,
      errorMessage: errors.fields['description'],
    },
  }),
  rows: ({ answers }) => [{ row: 'description', value: answers.description ?? '' }],
}

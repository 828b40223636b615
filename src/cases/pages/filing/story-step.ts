import { inLanguage } from '../../../regimes/index.ts'
import { DESCRIPTION_LIMIT } from '../../filing.ts'
import { GO_ON } from './corruption-door.ts'
import {
  chosenMotive,
  hasMotives,
  isMotiveNeeded,
  motiveChoice,
  motivesChosen,
} from './motive-choice.ts'
import { orNull, type Step } from './step.ts'

/** What happened, in the person's own words, and what it is about where the regime has motives. */
export const storyStep: Step = {
  address: 'que-paso',
  name: 'story',
  isAsked: () => true,
  isAnswered: (visit) =>
    Boolean(visit.answers.description) &&
    (!isMotiveNeeded(visit) || chosenMotive(visit) !== undefined),
  fields: () => ['description', 'motive', GO_ON],
  fill: ({ answers: { description = '', motive = '' } }) => ({ description, motive }),
  read: (typed) => ({
    answers: {
      description: typed['description'] ?? '',
      motive: orNull(typed['motive']),
      ...(typed[GO_ON] && { goesOnHere: true }),
    },
  }),
  owns: (field) => field === '/description' || field.startsWith('/motive'),
  tell: (visit) => ({
    description: visit.answers.description ?? '',
    ...(visit.answers.motive && { motives: motivesChosen(visit) }),
  }),
  show: (visit, { description, motive }, errors) => ({
    field: {
      name: 'description',
      value: description,
      maxlength: DESCRIPTION_LIMIT,
      threshold: 75,
      rows: 9,
      errorMessage: errors.fields['description'],
    },
    motive: motiveChoice(visit, motive, errors.fields['motive'] ?? errors.fields['motives']),
  }),
  rows(visit) {
    const motive = chosenMotive(visit)
    return [
      { row: 'description', value: visit.answers.description ?? '' },
      ...(hasMotives(visit)
        ? [{ row: 'motive', value: motive ? inLanguage(motive.label, visit.language) : '' }]
        : []),
    ]
  },
  anchor: (field) => (field === 'motives' ? 'motive' : field),
}

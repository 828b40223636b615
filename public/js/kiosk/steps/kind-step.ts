import { inLanguage } from '../device/setup.ts'
import { kindOf } from '../filing/draft.ts'
import { choices } from '../page/choices.ts'
import { kindDrawing } from '../page/drawings.ts'
import type { Step } from './step.ts'

/** Chosen here, it is shown the way to another door and never taken. */
export const CORRUPTION = 'corruption_report'

/** Then the words are asked for first, and what they look like is found from them. */
export const UNSURE = 'unsure'

/** What the person wants to tell, in examples. */
export const kindStep: Step = {
  name: 'kind',
  isAsked: () => true,
  title: ({ say }) => say('filing.kind.title'),
  lead: ({ say }) => say('filing.kind.hint'),
  build: ({ setup, say, language, draft }, { wrong }) => [
    choices({
      name: 'kind',
      legend: say('filing.kind.title'),
      legendHidden: true,
      look: 'choices--kinds',
      value: draft.isUnsure ? UNSURE : draft.kind,
      error: wrong('kind'),
      choose: (kind) => {
        draft.isUnsure = kind === UNSURE
        if (draft.isUnsure) delete draft.kind
        else draft.kind = kind
      },
      choices: [
        ...setup.kinds.map(({ code, label, example }) => ({
          value: code,
          text: inLanguage(label, language),
          hint: inLanguage(example, language),
          icon: kindDrawing(code),
        })),
        {
          value: UNSURE,
          text: say('filing.kind.unsure'),
          hint: say('filing.kind.unsure_hint'),
          icon: kindDrawing('unsure'),
        },
        {
          value: CORRUPTION,
          text: say('kiosk.corruption.choice'),
          hint: say('kiosk.corruption.choice_hint'),
          icon: kindDrawing('corruption'),
        },
      ],
    }),
  ],
  problems: (visit) =>
    visit.draft.isUnsure || kindOf(visit) || visit.draft.kind === CORRUPTION
      ? []
      : [{ field: 'kind', code: 'required' }],
  rows: (visit) => [{ row: 'kind', value: inLanguage(kindOf(visit)?.label, visit.language) }],
}

import { suggestKind, type KindSuggestion } from '../../../../src/routing/suggest-kind.ts'
import { readText } from '../../../../src/routing/text-matching.ts'
import { inLanguage } from '../device/setup.ts'
import { kindOf, type Visit } from '../filing/draft.ts'
import { choices } from '../page/choices.ts'
import { kindDrawing } from '../page/drawings.ts'
import type { Step } from './step.ts'

/** For who did not know what theirs is called: what their words look like and why, to confirm or change. */
export const unsureStep: Step = {
  name: 'unsure',
  isAsked: ({ draft }) => draft.isUnsure,
  title: ({ say }) => say('filing.unsure.title'),
  lead: (visit) => sayWhy(visit, suggestionFor(visit)),
  build(visit, { wrong }) {
    const { setup, say, language, draft } = visit
    const suggested = draft.kind ?? suggestionFor(visit)?.kind
    if (suggested) draft.kind = suggested
    return [
      choices({
        name: 'kind',
        legend: say('filing.unsure.title'),
        legendHidden: true,
        look: 'choices--kinds',
        value: draft.kind,
        error: wrong('kind'),
        choose: (kind) => {
          draft.kind = kind
        },
        choices: setup.kinds.map(({ code, label, example }) => ({
          value: code,
          text: inLanguage(label, language),
          hint: inLanguage(example, language),
          icon: kindDrawing(code),
        })),
      }),
    ]
  },
  problems: (visit) => (kindOf(visit) ? [] : [{ field: 'kind', code: 'required' }]),
  rows: () => [],
}

function suggestionFor({ setup, draft }: Visit): KindSuggestion | null {
  return suggestKind(
    setup.kindWords ?? [],
    new Set(setup.kinds.map(({ code }) => code)),
    readText(draft.description),
  )
}

/** So many of the words are enough to see why. */
const MOST_WORDS = 3

function sayWhy({ setup, say, language }: Visit, suggestion: KindSuggestion | null): string {
  const kind = setup.kinds.find(({ code }) => code === suggestion?.kind)
  if (!suggestion || !kind) return say('filing.unsure.none')
  const words = suggestion.because
    .slice(0, MOST_WORDS)
    .map((word) => say('filing.unsure.quoted', { word }))
  return say('filing.unsure.because', {
    kind: inLanguage(kind.label, language),
    words: words.join(', '),
  })
}

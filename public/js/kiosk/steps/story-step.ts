import { inLanguage } from '../device/setup.ts'
import { el } from '../../offline/element.ts'
import { selectField, textArea } from '../page/fields.ts'
import { isMotiveNeeded, motiveOptions } from './motive-options.ts'
import { photoPart } from './photo-part.ts'
import type { Step } from './step.ts'

/** What happened, in the person's own words, with photos if there are any. */
export const storyStep: Step = {
  name: 'story',
  isAsked: () => true,
  title: ({ say }) => say('filing.story.title'),
  build(visit, page) {
    const { say, draft, setup } = visit
    return [
      textArea({
        id: 'description',
        label: say('kiosk.story.label'),
        hint: say('filing.story.hint'),
        value: draft.description,
        error: page.wrong('description'),
        change: (text) => {
          draft.description = text
        },
        attributes: { autocomplete: 'off' },
      }),
      el('p', { class: 'hint hint--quiet' }, say('filing.story.privacy')),
      photoPart(visit, page),
      setup.motives.length > 0 &&
        selectField({
          id: 'motive',
          label: say(isMotiveNeeded(visit) ? 'filing.motive.needed' : 'filing.motive.optional'),
          value: draft.motive,
          error: page.wrong('motive'),
          options: motiveOptions(visit),
          change: (motive) => {
            draft.motive = motive
          },
        }),
    ]
  },
  problems(visit) {
    const { draft, setup } = visit
    const max = setup.limits.descriptionLength
    const length = draft.description.trim().length
    return [
      ...(length === 0 ? [{ field: 'description', code: 'required' }] : []),
      ...(length > max ? [{ field: 'description', code: 'too_long', values: { max } }] : []),
      ...(isMotiveNeeded(visit) && !draft.motive ? [{ field: 'motive', code: 'required' }] : []),
    ]
  },
  rows({ draft, setup, language, say }) {
    const motive = setup.motives.find(({ code }) => code === draft.motive)
    const count = draft.photos.length
    return [
      { row: 'description', value: draft.description.trim() },
      ...(setup.motives.length > 0
        ? [{ row: 'motive', value: inLanguage(motive?.label, language) }]
        : []),
      { row: 'files', value: count === 0 ? '' : say('kiosk.photo.count', { count }) },
    ]
  },
}

import { inLanguage } from '../device/setup.ts'
import type { Visit } from '../filing/draft.ts'
import { requires } from '../filing/requirements.ts'
import type { Option } from '../page/fields.ts'

export function isMotiveNeeded(visit: Visit): boolean {
  return requires(visit, '/motive') || requires(visit, '/motives')
}

/** What it is about, in the regime's two levels. */
export function motiveOptions(visit: Visit): Option[] {
  const { say, setup } = visit
  const nothing = isMotiveNeeded(visit) ? 'filing.place.choose' : 'filing.motive.unsure'
  return [
    { value: '', text: say(nothing) },
    ...setup.motives.filter(({ parent }) => !parent).map(({ code }) => withThoseBelow(visit, code)),
  ]
}

function withThoseBelow({ setup, say, language }: Visit, code: string): Option {
  const textOf = (one: string) =>
    inLanguage(setup.motives.find((motive) => motive.code === one)?.label, language)
  const below = setup.motives.filter(({ parent }) => parent === code)
  if (below.length === 0) return { value: code, text: textOf(code) }
  const inGeneral = { value: code, text: say('filing.motive.in_general', { motive: textOf(code) }) }
  return {
    value: '',
    text: textOf(code),
    below: [inGeneral, ...below.map((one) => ({ value: one.code, text: textOf(one.code) }))],
  }
}

import { inLanguage, rulesOn, type MotiveRule } from '../../../regimes/index.ts'
import { requires, type Visit } from './visit.ts'

/** What it is about, in the regime's two levels: one list, to be left open where the kind allows it. */
export function motiveChoice(
  visit: Visit,
  value: string | undefined,
  errorMessage?: { text: string },
) {
  const main = motivesOf(visit).filter(({ parent }) => parent === undefined)
  if (main.length === 0) return null
  const isNeeded = isMotiveNeeded(visit)
  return {
    name: 'motive',
    value,
    errorMessage,
    label: visit.t(isNeeded ? 'filing.motive.needed' : 'filing.motive.optional'),
    items: [
      { value: '', text: visit.t(isNeeded ? 'filing.place.choose' : 'filing.motive.unsure') },
      ...main.map((motive) => withThoseBelow(visit, motive)),
    ],
  }
}

export function hasMotives(visit: Visit): boolean {
  return motivesOf(visit).length > 0
}

export function isMotiveNeeded(visit: Visit): boolean {
  return requires(visit, '/motive') || requires(visit, '/motives')
}

/** The motive as it is filed: what was chosen first, then what it belongs to. */
export function motivesChosen(visit: Visit): string[] {
  const { motive } = visit.answers
  const parent = chosenMotive(visit)?.parent
  return [...(motive ? [motive] : []), ...(parent ? [parent] : [])]
}

export function chosenMotive(visit: Visit): MotiveRule | undefined {
  return motivesOf(visit).find(({ code }) => code === visit.answers.motive)
}

/** Whether what was chosen is a matter for the door of corruption reports. */
export function suggestsCorruption(visit: Visit): boolean {
  const chosen = new Set(motivesChosen(visit))
  return motivesOf(visit).some((rule) => rule.suggestsCorruption && chosen.has(rule.code))
}

function motivesOf({ rules, day }: Visit): MotiveRule[] {
  return rulesOn(rules.regime.motives, day)
}

function withThoseBelow(visit: Visit, motive: MotiveRule) {
  const text = inLanguage(motive.label, visit.language)
  const below = motivesOf(visit).filter(({ parent }) => parent === motive.code)
  if (below.length === 0) return { value: motive.code, text }
  return {
    text,
    items: [
      { value: motive.code, text: visit.t('filing.motive.in_general', { motive: text }) },
      ...below.map(({ code, label }) => ({ value: code, text: inLanguage(label, visit.language) })),
    ],
  }
}

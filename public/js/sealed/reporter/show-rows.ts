import { newButton, newPart } from './part-of.ts'
import type { Say } from './speech.ts'
import type { ToldRow } from './told.ts'

export function showRows(
  list: HTMLElement,
  rows: readonly ToldRow[],
  say: Say,
  change: (step: string) => void,
): void {
  list.replaceChildren(
    ...rows.map(({ step, question, answer }) => {
      const row = newPart('div', { classes: 'told__row' })
      const value = newPart('dd', { classes: 'told__answer' })
      const button = newButton(say('check.change_short'), 'link-button', () => change(step))
      button.setAttribute('aria-label', say('check.change', { what: question }))
      value.append(newPart('p', { classes: 'verbatim', text: answer }), button)
      row.append(newPart('dt', { classes: 'told__question', text: question }), value)
      return row
    }),
  )
}

import type { Visit } from '../filing/draft.ts'
import { button, el } from '../../offline/element.ts'
import type { Step } from './step.ts'

/** Everything that was answered, each with its way back. */
export function checkRows(
  visit: Visit,
  steps: readonly Step[],
  change: (step: Step) => void,
): HTMLElement {
  const { say } = visit
  const parts = steps.flatMap((step) =>
    step.rows(visit).map(({ row, value }, at) => {
      const name = say(`filing.rows.${row}`)
      const label = say('kiosk.check.change', { what: name })
      const isFirst = at === 0
      return el(
        'div',
        { class: 'told' },
        el('dt', { class: 'told__name' }, name),
        el('dd', { class: 'told__value' }, value || say('filing.check.nothing')),
        el(
          'dd',
          { class: 'told__change' },
          isFirst &&
            button(say('filing.check.change'), 'button button--second', () => change(step), {
              'aria-label': label,
            }),
        ),
      )
    }),
  )
  return el('dl', { class: 'told-list' }, ...parts)
}

/** A copy for the receipt on paper. */
export function copyRows(visit: Visit, steps: readonly Step[]): HTMLElement {
  const { say } = visit
  const rows = steps
    .flatMap((step) => step.rows(visit))
    .filter(({ row, value }) => value !== '' && row !== 'consents')
  return el(
    'dl',
    { class: 'copy' },
    ...rows.flatMap(({ row, value }) => [
      el('dt', {}, say(`filing.rows.${row}`)),
      el('dd', {}, value),
    ]),
  )
}

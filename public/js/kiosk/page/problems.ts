import { button, el } from '../../offline/element.ts'
import { focusOn } from '../../offline/hidden-stage.ts'
import type { Say } from '../../offline/say.ts'

export interface Problem {
  /** The name of the field, which is also the id at which it is mended. */
  field: string
  code: string
  values?: Readonly<Record<string, number>>
  /** Where it is mended, when that is not the field's name. */
  at?: string
}

export function sayProblem(say: Say, { field, code, values = {} }: Problem): string {
  return say(`filing.problems.${field}.${code}`, values)
}

/** What is wrong, each with its way there. */
export function problemList(
  root: HTMLElement,
  say: Say,
  problems: readonly Problem[],
): HTMLElement | null {
  if (problems.length === 0) return null
  return el(
    'div',
    {
      class: 'wrong',
      role: 'alert',
      tabindex: '-1',
      'data-wrong': true,
      'aria-labelledby': 'wrong-title',
    },
    el('h2', { class: 'wrong__title', id: 'wrong-title' }, say('kiosk.wrong')),
    el(
      'ul',
      { class: 'wrong__list' },
      ...problems.map((problem) =>
        el(
          'li',
          {},
          button(sayProblem(say, problem), 'button button--link', () =>
            focusOn(root, problem.at ?? problem.field),
          ),
        ),
      ),
    ),
  )
}

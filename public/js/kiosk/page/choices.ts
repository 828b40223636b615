import { el, type Child } from '../../offline/element.ts'
import { describedBy, notes } from './fields.ts'

export interface Choice {
  value: string
  text: string
  hint?: string | undefined
  icon?: Node
  /** Shown while it is chosen. */
  inside?: readonly Node[]
}

export interface ChoicesOptions {
  name: string
  legend: string
  /** The screen's heading already says it. */
  legendHidden?: boolean
  hint?: string
  choices: readonly Choice[]
  value: string | undefined
  error?: string | undefined
  choose: (value: string) => void
  look?: string
}

/** One of several, each a card as large as a hand. */
export function choices(options: ChoicesOptions): HTMLElement {
  const { name, legend, legendHidden = false, hint, error, look = '' } = options
  return el(
    'fieldset',
    {
      class: error ? 'field field--wrong' : 'field',
      'aria-describedby': describedBy({ id: name, hint, error })['aria-describedby'],
    },
    el('legend', { class: legendHidden ? 'seen-by-none' : 'field__label' }, legend),
    ...notes(name, hint, error),
    el('div', { class: `choices ${look}` }, ...cardsOf(options)),
  )
}

function cardsOf({ name, choices: all, value, choose }: ChoicesOptions): HTMLElement[] {
  const insides: [string, HTMLElement][] = []
  return all.flatMap((choice, at) => {
    const input = el('input', {
      class: 'choice__input',
      type: 'radio',
      name,
      id: at === 0 ? name : `${name}-${choice.value}`,
      value: choice.value,
      'aria-describedby': choice.hint ? `${name}-${choice.value}-hint` : undefined,
    })
    input.checked = choice.value === value
    input.addEventListener('change', () => {
      choose(choice.value)
      for (const [owner, inside] of insides) inside.hidden = owner !== choice.value
    })
    const card = cardOf(input, choice, name)
    if (!choice.inside?.length) return [card]
    const inside = el('div', { class: 'choice__inside' }, ...choice.inside)
    inside.hidden = choice.value !== value
    insides.push([choice.value, inside])
    return [card, inside]
  })
}

function cardOf(input: HTMLInputElement, { text, hint, icon }: Choice, name: string): HTMLElement {
  const words: Child[] = [
    el('label', { class: 'choice__text', for: input.id }, text),
    hint && el('span', { class: 'choice__hint', id: `${name}-${input.value}-hint` }, hint),
  ]
  return el(
    'div',
    { class: 'choice' },
    input,
    icon,
    el('div', { class: 'choice__words' }, ...words),
  )
}

export interface TickOptions {
  id: string
  text: string
  hint?: string
  checked: boolean
  error?: string | undefined
  change: (checked: boolean) => void
}

export function tickBox({ id, text, hint, checked, error, change }: TickOptions): HTMLElement {
  const input = el('input', {
    class: 'choice__input',
    type: 'checkbox',
    ...describedBy({ id, hint, error }),
  })
  input.checked = checked
  input.addEventListener('change', () => change(input.checked))
  return el(
    'div',
    { class: 'choice choice--tick' },
    input,
    el(
      'div',
      { class: 'choice__words' },
      error && el('p', { class: 'field__error', id: `${id}-error` }, error),
      el('label', { class: 'choice__text', for: id }, text),
      hint && el('span', { class: 'choice__hint', id: `${id}-hint` }, hint),
    ),
  )
}

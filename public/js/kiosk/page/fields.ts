import type { PersonField } from '../filing/draft.ts'
import { el, present, type Child } from '../../offline/element.ts'

/**
 * Fields of a screen. They are made anew for each person, belong to a form that is never sent and say
 * `autocomplete="off"` as a whole, so that the browser's own memory of forms finds nothing to keep; each
 * field that asks for personal data still names its purpose, as WCAG 1.3.5 wants.
 */
export interface FieldOptions {
  id: string
  label: string
  hint?: string | undefined
  value: string | undefined
  error?: string | undefined
  change: (value: string) => void
  attributes?: Readonly<Record<string, string | number | undefined>>
}

const PURPOSES: Readonly<Partial<Record<PersonField, Readonly<Record<string, string>>>>> = {
  names: { autocomplete: 'given-name' },
  firstSurname: { autocomplete: 'family-name' },
  secondSurname: { autocomplete: 'off' },
  legalName: { autocomplete: 'organization' },
  representative: { autocomplete: 'name' },
  email: { autocomplete: 'email', type: 'email', inputmode: 'email' },
  phone: { autocomplete: 'tel', type: 'tel', inputmode: 'tel' },
  address: { autocomplete: 'street-address' },
}

export function purposeOf(field: PersonField): Readonly<Record<string, string>> {
  return PURPOSES[field] ?? { autocomplete: 'off' }
}

export function textField(options: FieldOptions): HTMLElement {
  const input = el('input', {
    class: 'input',
    type: 'text',
    autocomplete: 'off',
    ...COMMON,
    ...options.attributes,
    ...describedBy(options),
  })
  input.value = options.value ?? ''
  input.addEventListener('input', () => options.change(input.value))
  return group(options, input)
}

export function textArea(options: FieldOptions): HTMLElement {
  const area = el('textarea', {
    class: 'input input--area',
    rows: 7,
    ...COMMON,
    ...options.attributes,
    ...describedBy(options),
  })
  area.value = options.value ?? ''
  area.addEventListener('input', () => options.change(area.value))
  return group(options, area)
}

export interface Option {
  value: string
  text: string
  below?: readonly Option[]
}

export function selectField(options: FieldOptions & { options: readonly Option[] }): HTMLElement {
  const select = el(
    'select',
    { class: 'input input--select', ...options.attributes, ...describedBy(options) },
    ...options.options.map(({ value, text, below }) =>
      below
        ? el('optgroup', { label: text }, ...below.map((one) => optionOf(one)))
        : optionOf({ value, text }),
    ),
  )
  select.value = options.value ?? ''
  select.addEventListener('change', () => options.change(select.value))
  return group(options, select)
}

/** Spelling is looked up nowhere. */
const COMMON = { spellcheck: 'false', autocorrect: 'off' }

function optionOf({ value, text }: Option): HTMLOptionElement {
  return el('option', { value }, text)
}

function group({ id, label, hint, error }: FieldOptions, control: HTMLElement): HTMLElement {
  return el(
    'div',
    { class: error ? 'field field--wrong' : 'field' },
    el('label', { class: 'field__label', for: id }, label),
    ...notes(id, hint, error),
    control,
  )
}

export function notes(id: string, hint: string | undefined, error: string | undefined): Node[] {
  return present([
    hint && el('p', { class: 'hint', id: `${id}-hint` }, hint),
    error && el('p', { class: 'field__error', id: `${id}-error` }, error),
  ] satisfies Child[]) as Node[]
}

export function describedBy({ id, hint, error }: Pick<FieldOptions, 'id' | 'hint' | 'error'>) {
  const notesOfIt = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    ...(notesOfIt && { 'aria-describedby': notesOfIt }),
    ...(error && { 'aria-invalid': 'true' }),
  }
}

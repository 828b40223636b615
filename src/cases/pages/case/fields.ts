import { hasText } from '../../../platform/i18n/index.ts'
import type { FormErrors } from '../../../platform/web/index.ts'
import type { Response } from 'express'

/** Fields as the browser sends them and as the page shows them again. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A component of the page with what it shows. */
export interface Field {
  component: string
  options: Readonly<Record<string, unknown>>
}

export interface Item {
  value: string
  text: string
  hint?: { text: string }
}

/** A body that was forged comes back as the texts that it holds, or as nothing. */
export function typedOf(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => typeof value === 'string' || Array.isArray(value))
      .map(([name, value]) => [name, typeof value === 'string' ? value : textsIn(value)]),
  )
}

function textsIn(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string')
}

export function textOf(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export function listOf(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  return value === undefined ? [] : [value].flat()
}

type More = Readonly<Record<string, unknown>>

/** Makes the fields of one form: labels and hints by their names, what was typed, what is wrong with it. */
export class FieldMaker {
  readonly #texts: string
  readonly #response: Response
  readonly #typed: Typed
  readonly #errors: FormErrors

  constructor(response: Response, path: string, typed: Typed, errors: FormErrors) {
    this.#texts = `case-staff.forms.${path}`
    this.#response = response
    this.#typed = typed
    this.#errors = errors
  }

  input(name: string, more: More = {}): Field {
    return {
      component: 'input',
      options: { ...this.#labelled(name), ...this.#text(name), ...more },
    }
  }

  area(name: string, more: More = {}): Field {
    const options = { rows: 6, ...this.#labelled(name), ...this.#text(name), ...more }
    return { component: 'textarea', options }
  }

  select(name: string, items: readonly Item[], more: More = {}): Field {
    const options = { items, ...this.#labelled(name), ...this.#text(name), ...more }
    return { component: 'select', options }
  }

  choice(name: string, items: readonly Item[], more: More = {}): Field {
    const classes = 'govuk-radios--small'
    const options = { items, classes, ...this.#grouped(name), ...this.#text(name), ...more }
    return { component: 'radios', options }
  }

  ticks(name: string, items: readonly Item[], more: More = {}): Field {
    const classes = 'govuk-checkboxes--small'
    const values = listOf(this.#typed, name)
    const errorMessage = this.#errors.fields[name]
    const options = { items, classes, name, values, errorMessage, ...this.#grouped(name), ...more }
    return { component: 'checkboxes', options }
  }

  inset(text: string): Field {
    return { component: 'inset-text', options: { text } }
  }

  warning(text: string): Field {
    return { component: 'warning-text', options: { text } }
  }

  #labelled(name: string) {
    return { label: { text: this.#say(name), classes: 'govuk-label--s' }, ...this.#hint(name) }
  }

  #grouped(name: string) {
    const legend = { text: this.#say(name), classes: 'govuk-fieldset__legend--s' }
    return { fieldset: { legend }, ...this.#hint(name) }
  }

  #text(name: string) {
    return { name, value: textOf(this.#typed, name), errorMessage: this.#errors.fields[name] }
  }

  #hint(name: string) {
    const key = `${this.#texts}.${name}_hint`
    return hasText(this.#response.locals.lang, key)
      ? { hint: { text: this.#say(`${name}_hint`) } }
      : {}
  }

  #say(name: string): string {
    return this.#response.locals.t(`${this.#texts}.${name}`)
  }
}

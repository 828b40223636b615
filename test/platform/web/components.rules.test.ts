import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { translator } from '../../../src/platform/i18n/index.ts'
import { components, type ComponentOptions } from '../../../src/platform/web/components.ts'
import { normalHtml } from './normal-html.ts'

interface Fixture {
  name: string
  options: ComponentOptions
  html: string
  hidden: boolean
}

/** What the library offers and we leave out, with the reason. */
const unsupported: Readonly<Record<string, readonly string[]>> = {
  // pages that stop a person before the next step are pages of their own here
  panel: [
    'interruption',
    'interruption with custom classes',
    'interruption, button link',
    'interruption, no actions',
    'interruption, no actions items',
    'interruption, submit action',
    'interruption, with actions classes and attributes',
    'interruption-with-content-with-long-line-length',
    'interruption-with-headings-content-and-lists',
  ],
  // an option's value is text or a number
  select: ['with falsy values'],
}

const names = [
  'back-link',
  'breadcrumbs',
  'button',
  'character-count',
  'checkboxes',
  'date-input',
  'details',
  'error-message',
  'error-summary',
  'fieldset',
  'file-upload',
  'hint',
  'input',
  'inset-text',
  'label',
  'notification-banner',
  'pagination',
  'panel',
  'radios',
  'select',
  'skip-link',
  'summary-list',
  'table',
  'tabs',
  'tag',
  'textarea',
  'warning-text',
]

const component = components('en', translator('en'))

describe.each(names)('The %s of our pages', (name) => {
  const path = `../../../node_modules/govuk-frontend/dist/govuk/components/${name}/fixtures.json`
  const { fixtures } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
    fixtures: Fixture[]
  }
  const left = unsupported[name] ?? []
  const kept = fixtures.filter((fixture) => !left.includes(fixture.name))

  it.each(kept)('is the library’s: $name', ({ options, html }) => {
    expect(normalHtml(component(name, options))).toEqual(normalHtml(html))
  })
})

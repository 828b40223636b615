import type { T } from '../i18n/index.ts'
import { escapeHtml, renderView } from './views.ts'

/** Options of a component, shaped like those of govuk-frontend's macros. */
export type ComponentOptions = Readonly<Record<string, unknown>>
export type Component = (name: string, options?: ComponentOptions) => string

interface FieldOptions {
  hint?: ComponentOptions
  errorMessage?: ComponentOptions
}

interface Content {
  text?: unknown
  html?: string
}

/** Renders views/components/<name>.ejs; `text` is escaped, `html` is trusted. */
export function components(lang: string, t: T): Component {
  const component: Component = (name, options = {}) =>
    renderView(`components/${name}`, {
      options,
      lang,
      t,
      component,
      attributes: renderAttributes,
      content: renderContent,
      filled: isFilled,
      names: joinNames,
      escape: escapeHtml,
      hintAndError: (id: string, field: FieldOptions, describedBy?: string) =>
        renderHintAndError(component, id, field, describedBy),
    }).trim()
  return component
}

/** ` name="value"` for each; undefined, null and false are left out, true is the name alone. */
export function renderAttributes(attributes: Readonly<Record<string, unknown>> = {}): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) =>
      value === true ? ` ${escapeHtml(name)}` : ` ${escapeHtml(name)}="${escapeHtml(value)}"`,
    )
    .join('')
}

function renderContent(content: Content | undefined, otherwise = ''): string {
  return content?.html || escapeHtml(content?.text || otherwise)
}

function isFilled(content: Content | undefined): boolean {
  return Boolean(content?.html || content?.text)
}

/** What stands between a label and its input, and the ids by which the input refers to it. */
function renderHintAndError(
  component: Component,
  id: string,
  { hint, errorMessage }: FieldOptions,
  describedBy?: string,
) {
  const hintId = hint && `${id}-hint`
  const errorId = errorMessage && `${id}-error`
  return {
    describedBy: joinNames(describedBy, hintId, errorId),
    html:
      (hint ? component('hint', { ...hint, id: hintId }) : '') +
      (errorMessage ? component('error-message', { ...errorMessage, id: errorId }) : ''),
  }
}

/** Joins class names or ids, leaving out what is empty. */
function joinNames(...parts: unknown[]): string {
  return parts.filter(Boolean).join(' ')
}

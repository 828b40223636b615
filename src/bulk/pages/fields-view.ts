import type { Coworker, StaffVisit } from '../../people/index.ts'
import { inLanguage, openKinds } from '../../regimes/index.ts'
import type { BulkField, BulkStepName, BulkValues } from '../bulk-step.ts'
import { STEPS } from '../bulk-steps.ts'

interface Asked {
  visit: StaffVisit
  name: BulkStepName
  values: BulkValues
  missing: readonly BulkField[]
  coworkers: readonly Coworker[]
}

/** The fields of a step's form, with what was typed and what is missing. */
export function fieldsView(asked: Asked) {
  const { visit, name, values, missing } = asked
  const { t } = visit
  const problem = (field: BulkField) => ({ text: t(`bulk.missing.${field}`) })
  return {
    errors: missing.map((field) => ({ ...problem(field), href: `#${field}` })),
    fields: STEPS[name].fields.map((field) => {
      const options = {
        name: field,
        value: values[field] ?? '',
        label: { text: t(`bulk.field.${field}`), classes: 'govuk-label--s' },
        ...(missing.includes(field) && { errorMessage: problem(field) }),
      }
      return field === 'reason'
        ? { component: 'textarea' as const, options: { ...options, rows: 4 } }
        : { component: 'select' as const, options: { ...options, items: itemsOf(field, asked) } }
    }),
  }
}

function itemsOf(field: Exclude<BulkField, 'reason'>, { visit, coworkers }: Asked) {
  const { book, t, lang, today } = visit
  const places = (parts: readonly { slug: string; name: string }[]) =>
    parts.map(({ slug, name }) => ({ value: slug, text: name }))
  const items = {
    unit: () => places(book.units),
    handler: () => coworkers.map(({ accountId, name }) => ({ value: accountId, text: name })),
    kind: () =>
      openKinds(book.regime, book.authorisations, today).map(({ code, label }) => ({
        value: code,
        text: inLanguage(label, lang),
      })),
    service: () => places(book.services),
  }
  return [{ value: '', text: t(`bulk.none.${field}`) }, ...items[field]()]
}

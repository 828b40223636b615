import type { PersonField, Visit } from '../filing/draft.ts'
import { purposeOf, textField } from '../page/fields.ts'
import type { StepPage } from './step.ts'

export function personField(
  { draft }: Visit,
  page: StepPage,
  field: PersonField,
  { label, hint }: { label: string; hint?: string | undefined },
): HTMLElement {
  return textField({
    id: field,
    label,
    hint,
    value: draft.person[field],
    error: page.wrong(field),
    attributes: purposeOf(field),
    change: (value) => {
      draft.person[field] = value
    },
  })
}

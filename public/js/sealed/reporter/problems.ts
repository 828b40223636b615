import { newPart, partOf } from './part-of.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

/** Says at the field what is wrong with it and goes there. */
export function showProblem(form: HTMLFormElement, name: string, text: string): void {
  const field = partOf<Field>(form, `[name="${name}"]`)
  const id = `${name}-problem`
  field.before(newPart('p', { classes: 'govuk-error-message', id, text }))
  field.closest('.govuk-form-group')?.classList.add('govuk-form-group--error')
  field.setAttribute('aria-invalid', 'true')
  field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), id].join(' '))
  field.focus()
}

export function clearProblems(form: HTMLFormElement): void {
  for (const message of form.querySelectorAll('.govuk-error-message')) message.remove()
  for (const group of form.querySelectorAll('.govuk-form-group--error')) {
    group.classList.remove('govuk-form-group--error')
  }
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid')
    const rest = field.getAttribute('aria-describedby')?.replace(/ ?\S+-problem/, '') ?? ''
    if (rest) field.setAttribute('aria-describedby', rest)
    else field.removeAttribute('aria-describedby')
  }
}

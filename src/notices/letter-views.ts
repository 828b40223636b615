import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'

const folder = join(import.meta.dirname, '../../views')
const compiled = new Map<string, TemplateFunction>()

/** Texts are not markup: in a text template what is said stays as it was written. */
const ESCAPES = {
  html: ejs.escapeXML,
  text: (value?: string | number | null) => `${value ?? ''}`,
} as const

export type LetterForm = keyof typeof ESCAPES

/** Renders views/emails/<view>.<form>.ejs within the layout of all letters. */
export function renderLetter(view: string, form: LetterForm, values: object): string {
  const body = render(view, form, values)
  return render('layout', form, { ...values, body })
}

function render(view: string, form: LetterForm, values: object): string {
  const filename = join(folder, 'emails', `${view}.${form}.ejs`)
  let template = compiled.get(filename)
  if (!template) {
    template = ejs.compile(readFileSync(filename, 'utf8'), {
      filename,
      views: [folder],
      escape: ESCAPES[form],
    })
    compiled.set(filename, template)
  }
  return template(values)
}

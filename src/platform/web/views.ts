import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'

const folder = join(import.meta.dirname, '../../../views')

const compiled = new Map<string, TemplateFunction>()
let keepCompiled = false

/** In production templates are read once. */
export function keepCompiledViews(): void {
  keepCompiled = true
}

/** Renders views/<view>.ejs. The template sees exactly the values that it is given. */
export function renderView(view: string, values: object): string {
  return template(view)(values)
}

function template(view: string): TemplateFunction {
  const known = compiled.get(view)
  if (known) return known
  const filename = join(folder, `${view}.ejs`)
  const fresh = ejs.compile(readFileSync(filename, 'utf8'), {
    filename,
    views: [folder],
    cache: keepCompiled,
  })
  if (keepCompiled) compiled.set(view, fresh)
  return fresh
}

export const escapeHtml: (text: unknown) => string = ejs.escapeXML

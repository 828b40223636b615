import { fold } from '../personal-data/index.ts'

/**
 * A template's text: `{{centro}}` stands for what the case knows, any other name in braces is left for whoever
 * writes, and what stands between `{{si canal = papel}}` and `{{fin}}` is there only where it is so.
 */
export const FIELDS = [
  'fecha_de_presentacion',
  'numero_de_caso',
  'centro',
  'servicio',
  'unidad',
  'funcionario',
  'fecha_de_hoy',
] as const
export type TemplateField = (typeof FIELDS)[number]

export const CONDITIONS = ['tipo', 'servicio', 'canal', 'resultado', 'idioma'] as const
export type ConditionName = (typeof CONDITIONS)[number]

export interface KnownOfCase {
  /** Empty where the case does not have it: then the writer fills it. */
  fields: Readonly<Record<TemplateField, string>>
  /** Everything by which each may be called: code and label. */
  facts: Readonly<Record<ConditionName, readonly string[]>>
}

const PART = /\{\{\s*si\s+([^={}]+?)\s*=\s*([^{}]+?)\s*\}\}([\s\S]*?)\{\{\s*fin\s*\}\}/giu
const FIELD = /\{\{\s*([^{}]+?)\s*\}\}/gu
const MARK = /\{\{\s*(?:si\s[^{}]*|fin)\s*\}\}/iu

/** Without accents, and with a line where people type a space. */
const keyOf = (name: string) => fold(name.trim()).replace(/\s+/g, '_')

export function fillTemplate(text: string, { fields, facts }: KnownOfCase): string {
  const known: Readonly<Record<string, string>> = fields
  return text
    .replace(PART, (_, name: string, values: string, part: string) =>
      isSo(facts, name, values) ? part : '',
    )
    .replace(FIELD, (field, name: string) => known[keyOf(name)] || field)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Whether what it says depends on an outcome. */
export function asksOutcome(text: string): boolean {
  return [...text.matchAll(PART)].some(([, name = '']) => keyOf(name) === 'resultado')
}

function isSo(facts: KnownOfCase['facts'], name: string, values: string): boolean {
  const condition = CONDITIONS.find((each) => each === keyOf(name))
  const known = condition ? facts[condition].map(keyOf) : []
  return values.split('|').some((value) => known.includes(keyOf(value)))
}

/** What still stands in braces, each once. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(FIELD)].map(([field]) => field))]
}

/** What would never become right: a part without an end, or one about something that cases do not have. */
export function templateProblem(text: string): 'unended' | 'unknown_condition' | null {
  const parts = [...text.matchAll(PART)]
  const isNested = parts.some(([, , , part = '']) => MARK.test(part))
  if (isNested || MARK.test(text.replace(PART, ''))) return 'unended'
  const names: readonly string[] = CONDITIONS
  const isUnknown = parts.some(([, name = '']) => !names.includes(keyOf(name)))
  return isUnknown ? 'unknown_condition' : null
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Texts = { readonly [key: string]: string | Texts }
/** The texts of one language, by feature. */
export type Locale = Readonly<Record<string, Texts>>

const folder = join(import.meta.dirname, '../../locales')

export const defaultLanguage = 'es'

/** Every folder of src/locales is a language; the default one comes first. */
export const languages: readonly string[] = readdirSync(folder).sort((a) =>
  a === defaultLanguage ? -1 : 1,
)

export function isLanguage(value: unknown): value is string {
  return typeof value === 'string' && languages.includes(value)
}

export function readLocale(language: string): Locale {
  const files = readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as Texts,
    ]),
  )
}

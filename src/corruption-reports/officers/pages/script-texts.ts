import { readLocale, type Texts } from '../../../platform/i18n/index.ts'

/** What the script of a room says, with its gaps still open: `{name}`. */
export function scriptTexts(lang: string, feature: string): Record<string, string> {
  const own = readLocale(lang)[feature]?.['script']
  return Object.fromEntries(typeof own === 'object' ? flat(own) : [])
}

function flat(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
}

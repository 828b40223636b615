import { readLocale, type Texts } from '../../platform/i18n/index.ts'
import type { DoorTexts } from './page-data.ts'

const GROUPS = ['journey', 'files', 'readers', 'check', 'problems', 'roles', 'receipt', 'reprisal']
const TITLES = ['what', 'where', 'who', 'evidence', 'identity']

const made = new Map<string, DoorTexts>()

/** What the script of the door says, with its gaps still open: `{name}`. */
export function doorTexts(language: string): DoorTexts {
  const known = made.get(language)
  if (known) return known
  const all = flat(readLocale(language)['door'] ?? {})
  const wanted = ([key]: [string, string]) =>
    GROUPS.some((group) => key.startsWith(`${group}.`)) ||
    TITLES.some((group) => key === `${group}.title`) ||
    key === 'identity.anonymous'
  const texts = Object.fromEntries(all.filter(wanted))
  made.set(language, texts)
  return texts
}

function flat(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
}

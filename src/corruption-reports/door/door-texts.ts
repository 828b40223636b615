import { readLocale, type Texts } from '../../platform/i18n/index.ts'
import type { DoorTexts } from './page-data.ts'

const GROUPS = ['journey', 'files', 'readers', 'check', 'problems', 'roles', 'receipt', 'reprisal']
const TITLES = ['what', 'where', 'who', 'evidence', 'identity']

export const doorTexts = (language: string) =>
  textsFor(
    language,
    'door',
    (key) =>
      GROUPS.some((group) => key.startsWith(`${group}.`)) ||
      TITLES.some((group) => key === `${group}.title`) ||
      key === 'identity.anonymous',
  )

/** What a page's script says, with the gaps of its texts still open: `{name}`. */
export function textsFor(
  language: string,
  feature: string,
  isWanted: (key: string) => boolean,
): DoorTexts {
  return Object.fromEntries(textsOf(language, feature).filter(([key]) => isWanted(key)))
}

const read = new Map<string, [string, string][]>()

function textsOf(language: string, feature: string): [string, string][] {
  const name = `${language} ${feature}`
  const texts = read.get(name) ?? flat(readLocale(language)[feature] ?? {})
  read.set(name, texts)
  return texts
}

function flat(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
}

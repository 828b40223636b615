/**
 * Activities begin with a verb in the infinitive, as the models of service ask (MAS, proceso de servicio). What
 * an infinitive looks like is known for these languages; texts in others are not judged.
 */
const LOOKS: Readonly<Record<string, (word: string) => boolean>> = {
  es: isSpanish,
  pt: (word) => /[aeio]r(-?(se|lhes?|[oa]s?))?$/.test(withoutAccents(word)),
  en: (word) => !/(ing|ed|tion|ment)$/.test(word) && !ARTICLES.has(word),
}

/** The first word where it is no infinitive; null when all is well. */
export function faultyWord(text: string, language: string): string | null {
  const word = firstWord(text)
  const looks = LOOKS[language]
  if (word === '') return text
  return looks === undefined || looks(word.toLowerCase()) ? null : word
}

/** Behind numbers and signs that people put before: "1.- Recibir". */
function firstWord(text: string): string {
  return /\p{L}[\p{L}\p{M}-]*/u.exec(text.normalize('NFC'))?.[0] ?? ''
}

/** Without pronouns an infinitive has no accent but in -ír (oír); with two it has one (entregárselo). */
function isSpanish(word: string): boolean {
  if (NOUNS.has(word)) return false
  if (/^[a-zñü]*[aei]r$/.test(word) || /^[a-zñü]+ír$/.test(word)) return true
  if (/^[a-zñü]*[aeií]r(se|nos|l[aeo]s?)$/.test(word)) return !NOUNS_WITH_PRONOUN.has(word)
  return /^[a-zñü]*[áéí]rsel[aeo]s?$/.test(word)
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

/** They end like a verb and are none. */
const NOUNS = new Set(
  (
    'altar anular auxiliares ayer azar bar cada celular cualquier ejemplar elixir escolar exterior familiar hogar ' +
    'inferior interior lugar mar mejor mercader militar mujer nadir par particular peculiar pilar polar popular ' +
    'porvenir primer similar singular solar superior taller tercer titular tutelar vulgar alfiler alrededor'
  ).split(' '),
)
const NOUNS_WITH_PRONOUN = new Set([
  'perla',
  'perlas',
  'carlos',
  'merlo',
  'merlos',
  'mirlo',
  'mirlos',
  'charla',
  'charlas',
  'burla',
])
const ARTICLES = new Set(['the', 'a', 'an', 'this', 'these', 'our', 'their', 'his', 'her'])

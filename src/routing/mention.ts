import { isTitle } from './official-name.ts'
import type { ReadText, Span, Word } from './text-matching.ts'

const NAMED_PLACES = new Set(
  (
    'calle avenida av avda jiron jr pasaje plaza plazuela parque paseo boulevard bulevar colonia barrio ' +
    'urbanizacion fraccionamiento colegio escuela instituto universidad hospital clinica estadio mercado ' +
    'edificio puente carretera street avenue road square park school'
  ).split(' '),
)
const ROLES = new Set(
  (
    'jefe jefa director directora gerente subgerente coordinador coordinadora encargado encargada ' +
    'responsable funcionario funcionaria empleado empleada servidor servidora trabajador trabajadora ' +
    'inspector inspectora secretario secretaria alcalde alcaldesa regidor regidora oficial agente ' +
    'head manager officer clerk'
  ).split(' '),
)
const GREETINGS = new Set(
  'senor senora senorita sr sra estimado estimada ciudadano ciudadana distinguido distinguida dear'.split(
    ' ',
  ),
)
const SIGN = /[.,;:!?()\n]/
const ARTICLE = /(^|[^\p{L}])(el|la|los|las|al|del|un|una|the)([^\p{L}]|$)/iu

/** "Calle Juan Pérez", "Hospital María Auxiliadora": a place that bears a name. */
export function namesAPlace(text: ReadText, first: number): boolean {
  return [1, 2].some((distance) => {
    const place = text.words[first - distance]
    if (!place || !NAMED_PLACES.has(place.folded)) return false
    const between = text.words.slice(first - distance, first + 1)
    return !between.some((word, index) => index > 0 && startsAfterSign(word, between[index - 1]))
  })
}

/** "Señora Directora: me dirijo a usted…" speaks to somebody, not of somebody. */
export function isSpokenTo(text: ReadText, [first, last]: Span): boolean {
  const greeting = text.words.slice(0, Math.min(first, 4))
  const greets = greeting.some((word) => GREETINGS.has(word.folded) && !ARTICLE.test(word.lead))
  const next = text.words[last + 1]
  return greets && (next === undefined || startsAfterSign(next, text.words[last]))
}

/** "Juan Pérez García" is not the Juan Pérez López of the directory. */
export function goesOnAsAnotherName(text: ReadText, last: number): boolean {
  const next = text.words[last + 1]
  return next !== undefined && next.lead === ' ' && isCapitalized(next) && !isShouted(text)
}

/** Written like a name: with a capital inside a sentence, or after a title or a post. */
export function looksLikeName(text: ReadText, position: number): boolean {
  const word = text.words[position]
  const before = text.words[position - 1]
  if (!word) return false
  if (before && (isTitle(before.folded) || ROLES.has(before.folded))) return true
  return (
    before !== undefined &&
    !startsAfterSign(word, before) &&
    isCapitalized(word) &&
    !isShouted(text)
  )
}

export function asWritten(text: ReadText, [first, last]: Span): string {
  return text.words
    .slice(first, last + 1)
    .map((word, index) => (index === 0 ? word.raw : word.lead + word.raw))
    .join('')
    .replace(/\s+/g, ' ')
}

/** The full stop of "Sr." or "Av." ends no sentence. */
function startsAfterSign(word: Word, before: Word | undefined): boolean {
  const sign = SIGN.exec(word.lead)?.[0]
  return sign !== undefined && !(sign === '.' && before !== undefined && before.raw.length <= 4)
}

function isCapitalized(word: Word): boolean {
  return /^\p{Lu}/u.test(word.raw)
}

const shouted = new WeakMap<ReadText, boolean>()

/** Written in capitals throughout, so that capitals say nothing. */
function isShouted(text: ReadText): boolean {
  const known = shouted.get(text)
  if (known !== undefined) return known
  const loud = text.words.filter((word) => word.raw === word.raw.toUpperCase())
  const verdict = loud.length * 2 > text.words.length
  shouted.set(text, verdict)
  return verdict
}

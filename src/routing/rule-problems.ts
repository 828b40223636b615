import type { BookRules } from '../administrations/index.ts'
import type { FieldProblem } from '../platform/errors.ts'
import { CHANNELS } from './routing-rule.ts'
import type { RuleInput } from './rule-input.ts'
import { findWords, readPattern, readText } from './text-matching.ts'

type Book = Pick<BookRules, 'regime' | 'centres' | 'services' | 'units'>

const MOST_STEPS = 8
const SHORTEST_PREFIX = 3

/** What keeps a rule from being taken: it speaks of what does not exist, or could never match anything. */
export function problemsOfRule(rule: RuleInput, book: Book): FieldProblem[] {
  return [
    ...strangers('kinds', rule.kinds, codes(book.regime.kinds)),
    ...strangers('motives', rule.motives, codes(book.regime.motives)),
    ...strangers('channels', rule.channels, CHANNELS),
    ...strangers('languages', rule.languages, codes(book.regime.spokenLanguages)),
    ...strangers(
      'centreIds',
      rule.centreIds,
      book.centres.map(({ centreId }) => centreId),
    ),
    ...strangers(
      'serviceIds',
      rule.serviceIds,
      book.services.map(({ serviceId }) => serviceId),
    ),
    ...strangers('unitId', rule.unitId === null ? [] : [rule.unitId], unitIds(book)),
    ...rule.words.flatMap((word) => wordProblems('words', word)),
    ...rule.exceptWords.flatMap((word) => wordProblems('exceptWords', word)),
    ...ownContradictions(rule, book),
  ]
}

function codes(rules: readonly { code: string }[]): string[] {
  return rules.map(({ code }) => code)
}

function unitIds(book: Book): string[] {
  return book.units.map(({ unitId }) => unitId)
}

function strangers(
  field: string,
  values: readonly string[],
  known: readonly string[],
): FieldProblem[] {
  return values.every((value) => known.includes(value)) ? [] : [{ field, code: 'unknown' }]
}

function wordProblems(field: string, word: string): FieldProblem[] {
  const { steps } = readPattern(word)
  const values = { word }
  if (steps.length === 0) return [{ field, code: 'says_nothing', values }]
  if (steps.length > MOST_STEPS) return [{ field, code: 'too_many_words', values }]
  const short = steps.some(({ prefix }) => prefix !== null && prefix.length < SHORTEST_PREFIX)
  return short ? [{ field, code: 'too_short', values }] : []
}

function ownContradictions(rule: RuleInput, book: Book): FieldProblem[] {
  const problems: FieldProblem[] = []
  const { validFrom, validUntil } = rule
  if (validFrom && validUntil && validUntil < validFrom)
    problems.push({ field: 'validUntil', code: 'before_start' })
  if (isOfferedNowhere(rule, book)) problems.push({ field: 'serviceIds', code: 'not_offered' })
  if (excludesItself(rule)) problems.push({ field: 'exceptWords', code: 'excludes_itself' })
  return problems
}

/** None of the centres has any of the services. */
export function isOfferedNowhere(rule: RuleInput, book: Pick<Book, 'centres'>): boolean {
  if (rule.centreIds.length === 0 || rule.serviceIds.length === 0) return false
  return !book.centres
    .filter(({ centreId }) => rule.centreIds.includes(centreId))
    .some(({ serviceIds }) => rule.serviceIds.some((serviceId) => serviceIds.includes(serviceId)))
}

/** Each of its words contains one that must not be there. */
function excludesItself(rule: RuleInput): boolean {
  return (
    rule.words.length > 0 &&
    rule.words.every((word) => findWords(rule.exceptWords, readText(word)).length > 0)
  )
}

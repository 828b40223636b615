import { whatIsMissing, type BookRules } from '../../administrations/index.ts'
import type { PlainDate } from '../../platform/dates.ts'

/** The way from nothing to the first filing, in the order in which it is easiest. */
export const STEPS = [
  'units',
  'services',
  'centres',
  'people',
  'terms',
  'days',
  'look',
  'opening',
  'first_filing',
] as const

export type StartUpStep = (typeof STEPS)[number]

/** `optional`: the book opens without it. */
export type StepState = 'done' | 'next' | 'waiting' | 'optional'

export interface Begun {
  book: BookRules
  today: PlainDate
  /** Whether somebody answers for the book: without a responsible nobody sees what comes in. */
  hasManager: boolean
  /** The last year whose holidays are known. */
  lastYearOfDays: number | null
  hasCases: boolean
}

const OPTIONAL: ReadonlySet<StartUpStep> = new Set(['look'])

export function startUpSteps(begun: Begun): { step: StartUpStep; state: StepState }[] {
  const done = STEPS.map((step) => isDone(step, begun))
  const next = STEPS.findIndex((step, index) => !done[index] && !OPTIONAL.has(step))
  return STEPS.map((step, index) => ({ step, state: stateOf(step, done[index]!, index === next) }))
}

function stateOf(step: StartUpStep, isDone: boolean, isNext: boolean): StepState {
  if (isDone) return 'done'
  if (OPTIONAL.has(step)) return 'optional'
  return isNext ? 'next' : 'waiting'
}

function isDone(step: StartUpStep, begun: Begun): boolean {
  const { book, today, hasManager, lastYearOfDays, hasCases } = begun
  switch (step) {
    case 'units':
      return book.units.length > 0
    case 'services':
      return book.services.length > 0
    case 'centres':
      return book.centres.length > 0
    case 'people':
      return hasManager
    case 'terms':
      return !whatIsMissing(book, today).some(({ reason }) => reason === 'term_missing')
    case 'days':
      return lastYearOfDays !== null && lastYearOfDays >= Number(today.slice(0, 4))
    case 'look':
      return Object.keys(book.administration.theme).length > 0
    case 'opening':
      return book.administration.openedAt !== null
    case 'first_filing':
      return hasCases
  }
}

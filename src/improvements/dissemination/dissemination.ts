import { assignedTo, type Colleague, type Role } from '../../people/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

export const SUBJECTS = [
  'protocol',
  'ethics',
  'conduct',
  'window_guidelines',
  'project',
  'gaps',
  'results',
  'order',
  'practice',
  'other',
] as const
export type DisseminationSubject = (typeof SUBJECTS)[number]

/** Which requirement of the model each subject proves. */
export const REQUIREMENT_OF: Readonly<Partial<Record<DisseminationSubject, string>>> = {
  ethics: 'AC-01',
  conduct: 'AC-02',
  window_guidelines: 'AC-03',
  project: 'PM-07',
  gaps: 'AB-08',
  results: 'NC-11',
  practice: 'BP-09',
}

export interface Question {
  text: string
  answers: readonly string[]
  /** The place of the right one. */
  right: number
}

export interface Dissemination extends ImprovementPlace {
  disseminationId: string
  subject: DisseminationSubject
  /** The project, the gap analysis … that it is about. */
  aboutId: string | null
  title: string
  edition: string
  body: string
  link: string
  /** Nobody named: everybody. */
  audience: readonly Role[]
  how: string
  begunOn: PlainDate
  dueOn: PlainDate
  quiz: readonly Question[]
  onPaper: number
  madeAt: Date
  madeBy: string
}

export interface Reading {
  accountId: string
  readAt: Date
}

type Audience = Pick<Dissemination, 'centreId' | 'audience'>

/** To whom it goes, by what they are on the day asked for. */
export function audienceOf<C extends Colleague>(
  { centreId, audience }: Audience,
  colleagues: readonly C[],
): C[] {
  const inPlace = assignedTo(colleagues, centreId) as C[]
  if (audience.length === 0) return inPlace
  return inPlace.filter(({ posts }) =>
    posts.some(
      ({ role, centreId: at }) => audience.includes(role) && (centreId === null || at === centreId),
    ),
  )
}

export interface Coverage {
  read: readonly (Colleague & { readOn: PlainDate })[]
  /** Who was there and has not read it. */
  missing: readonly Colleague[]
  /** Who came afterwards and has not read it either. */
  arrived: readonly Colleague[]
}

/** Whoever left counts no more; whoever came stands there by itself. */
export function coverageOf(
  dissemination: Audience & Pick<Dissemination, 'begunOn'>,
  colleagues: readonly Colleague[],
  readings: readonly Reading[],
  timeZone: string,
): Coverage {
  const audience = audienceOf(dissemination, colleagues)
  const readingOf = (accountId: string) => readings.find((one) => one.accountId === accountId)
  const read = audience.flatMap((colleague) => {
    const reading = readingOf(colleague.accountId)
    return reading ? [{ ...colleague, readOn: localDate(reading.readAt, timeZone) }] : []
  })
  const unread = audience.filter(({ accountId }) => !readingOf(accountId))
  const cameLater = (colleague: Colleague) =>
    arrivedOn(colleague, dissemination.centreId) > dissemination.begunOn
  return {
    read,
    missing: unread.filter((colleague) => !cameLater(colleague)),
    arrived: unread.filter(cameLater),
  }
}

/** The first day of those posts that still stand. */
function arrivedOn({ posts }: Colleague, centreId: string | null): PlainDate {
  const here = posts.filter((post) => centreId === null || post.centreId === centreId)
  return here.map(({ since }) => since).sort()[0] ?? ''
}

/** Whether every question got its right answer. */
export function passes(quiz: readonly Question[], answers: readonly (number | null)[]): boolean {
  return quiz.every(({ right }, index) => answers[index] === right)
}

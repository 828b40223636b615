import type { AnswerBy, SupportNeed } from './filing.ts'

/** What a person answered so far, page by page; kept as typed once the page's own checks passed. */
export interface FilingAnswers {
  /** A kind of the regime, or `unsure` until the person confirms one. */
  kind?: string
  /** The number of an earlier case about the same thing, which the person follows. */
  linkedCase?: string
  /** The printed link that brought the person, how it did, and whether its filing was counted as begun. */
  linkId?: string
  linkChannel?: LinkChannel
  linkBegun?: boolean
  description?: string
  /** The text looks like corruption and the person chose to go on here all the same. */
  goesOnHere?: boolean
  centre?: string
  service?: string
  place?: string
  day?: DayChoice
  occurredOn?: string
  official?: string
  motive?: string
  filesDone?: boolean
  answerBy?: AnswerBy
  electronicNotice?: boolean
  resultsTold?: boolean
  quotation?: boolean
  spokenLanguage?: string
  supportNeeds?: readonly SupportNeed[]
  writesFor?: 'self' | 'organisation'
  names?: string
  firstSurname?: string
  secondSurname?: string
  legalName?: string
  representative?: string
  documentType?: string
  documentNumber?: string
  email?: string
  phone?: string
  address?: string
}

/** A code on paper or on a screen of the office, or a button on the office's own page. */
export type LinkChannel = 'qr' | 'web'

export const DAY_CHOICES = ['today', 'yesterday', 'other', 'unknown'] as const
export type DayChoice = (typeof DAY_CHOICES)[number]

/** Answers to be kept; null takes one out. */
export type AnswersGiven = { [K in keyof FilingAnswers]: FilingAnswers[K] | null }

export const UNSURE = 'unsure'

/** How long a draft waits for its person. */
export const DRAFT_DAYS = 3

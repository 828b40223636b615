import { CONTACTS } from '../../../../src/cases/asked-of-person.ts'
import type { KindSetup, Setup } from '../device/setup.ts'
import type { Say } from '../../offline/say.ts'
import type { Photo } from '../../offline/shrink-photo.ts'

export const DAYS = ['today', 'yesterday', 'other', 'unknown'] as const
export type DayChoice = (typeof DAYS)[number]

export const CONSENTS = ['electronicNotice', 'resultsTold', 'quotation'] as const
export const NAMES = ['names', 'firstSurname', 'secondSurname'] as const
export const ORGANISATION = ['legalName', 'representative'] as const
export { CONTACTS }

export type PersonField =
  | (typeof NAMES)[number]
  | (typeof ORGANISATION)[number]
  | (typeof CONTACTS)[number]
  | 'documentType'
  | 'documentNumber'

/** What a person has answered so far; it lives in the page alone and goes with it. */
export interface Draft {
  kind?: string
  /** Does not know what theirs is called; asked again once the words are there. */
  isUnsure: boolean
  description: string
  motive?: string
  photos: Photo[]
  service?: string
  place: string
  day?: DayChoice
  date: { day: string; month: string; year: string }
  occurredOn?: string
  official?: string
  answerBy?: string
  consents: Partial<Record<(typeof CONSENTS)[number], boolean>>
  spokenLanguage?: string
  supportNeeds: string[]
  writesFor: 'self' | 'organisation'
  person: Partial<Record<PersonField, string>>
  /** Said that it is no corruption though words or motive hint at it. */
  goesOnHere: boolean
  helpShown: boolean
}

export function newDraft(): Draft {
  return {
    isUnsure: false,
    description: '',
    photos: [],
    place: '',
    date: { day: '', month: '', year: '' },
    consents: {},
    supportNeeds: [],
    writesFor: 'self',
    person: {},
    goesOnHere: false,
    helpShown: false,
  }
}

/** One person at the tablet. */
export interface Visit {
  setup: Setup
  language: string
  say: Say
  draft: Draft
  /** Today, where the office stands. */
  today: string
}

export function kindOf({ setup, draft }: Visit): KindSetup | undefined {
  return setup.kinds.find(({ code }) => code === draft.kind)
}

import { SUPPORT_NEEDS, type SupportNeed } from '../../cases/index.ts'

/** Of the person for whom staff register, as the door of the book calls them. */
export const PERSON_FIELDS = [
  'documentType',
  'documentNumber',
  'names',
  'firstSurname',
  'secondSurname',
  'legalName',
  'representative',
  'phone',
  'email',
  'address',
] as const

/** Told only if the person offers it; each is a box of its own. */
export const needField = (need: SupportNeed) => `need_${need}` as const
export const NEED_FIELDS = SUPPORT_NEEDS.map(needField)

/** The fields of the form with which staff register, in the order in which they are asked for. */
export const ENTRY_FIELDS = [
  'channel',
  'centre',
  'handedDate',
  'handedTime',
  'sheetNumber',
  'kind',
  'motive',
  'service',
  'occurredOn',
  'place',
  'official',
  'description',
  ...PERSON_FIELDS,
  'language',
  'spokenLanguage',
  ...NEED_FIELDS,
  'answerBy',
  'electronicNotice',
] as const
export type EntryField = (typeof ENTRY_FIELDS)[number]

/** What travels with the form and nobody types. */
export const HIDDEN_FIELDS = ['entry', 'seen', 'incident', 'aside'] as const

export type Entry = Readonly<Record<EntryField | (typeof HIDDEN_FIELDS)[number], string>>

export const COUNTER_CHANNELS = ['counter', 'phone', 'paper', 'email'] as const

/** What stays for the next sheet of the pile. */
export const KEPT_FIELDS = ['channel', 'centre', 'handedDate'] as const

export function emptyEntry(entry: string, kept: Partial<Entry> = {}): Entry {
  const names = [...ENTRY_FIELDS, ...HIDDEN_FIELDS]
  const blank = Object.fromEntries(names.map((name) => [name, ''])) as Record<keyof Entry, string>
  return { ...blank, ...kept, entry }
}

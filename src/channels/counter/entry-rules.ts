import { SUPPORT_NEEDS, type FilingOrigin } from '../../cases/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import { tidySheetNumber } from '../sheets/sheet-number.ts'
import {
  COUNTER_CHANNELS,
  ENTRY_FIELDS,
  needField,
  PERSON_FIELDS,
  type Entry,
} from './entry-fields.ts'

/** What was typed, as a filing for the door of the book; what was left empty is not said. */
export function filingOf(entry: Entry, attachments: readonly string[]): Record<string, unknown> {
  const supportNeeds = SUPPORT_NEEDS.filter((need) => entry[needField(need)] === 'yes')
  const person = {
    ...Object.fromEntries(
      PERSON_FIELDS.filter((field) => entry[field] !== '').map((field) => [field, entry[field]]),
    ),
    ...(supportNeeds.length > 0 && { supportNeeds }),
  }
  return {
    kind: entry.kind,
    centre: entry.centre,
    channel: entry.channel,
    description: entry.description,
    ...(entry.service && { service: entry.service }),
    ...(entry.motive && { motive: entry.motive }),
    ...(entry.occurredOn && { occurredOn: entry.occurredOn }),
    ...(entry.place && { place: entry.place }),
    ...(entry.official && { officials: [entry.official] }),
    ...(entry.language && { language: entry.language }),
    ...(entry.spokenLanguage && { spokenLanguage: entry.spokenLanguage }),
    ...(Object.keys(person).length > 0 && { person }),
    ...(entry.answerBy && { answerBy: entry.answerBy }),
    consents: { electronicNotice: entry.electronicNotice === 'yes' },
    ...(attachments.length > 0 && { attachments }),
  }
}

/** What the book's own rules do not know: how it came, and the number on the sheet. */
export function channelProblems(entry: Entry, centres: readonly string[]): FieldProblem[] {
  const isKnown =
    entry.aside !== '' || COUNTER_CHANNELS.some((channel) => channel === entry.channel)
  return [
    ...(isKnown ? [] : [{ field: 'channel', code: 'required' }]),
    ...(centres.includes(entry.centre) ? [] : [{ field: 'centre', code: 'required' }]),
    ...(entry.sheetNumber.length > 40 ? [{ field: 'sheetNumber', code: 'too_long' }] : []),
  ]
}

export function originOf(entry: Entry, handedOverAt: Date, registeredBy: string): FilingOrigin {
  const sheetNumber = tidySheetNumber(entry.sheetNumber)
  return { handedOverAt, registeredBy, ...(sheetNumber && { sheetNumber }) }
}

/** Problems by the names of our fields, each once, in the order of the page. */
export function onPage(problems: readonly FieldProblem[]): FieldProblem[] {
  const placed = problems.map((problem) => {
    const field = fieldOf(problem.field)
    return { ...problem, field, text: problem.text ?? `filing.problems.${field}.${problem.code}` }
  })
  const order = (name: string) => ENTRY_FIELDS.findIndex((field) => field === name)
  return placed
    .filter(({ field }, index) => placed.findIndex((one) => one.field === field) === index)
    .sort((one, other) => order(one.field) - order(other.field))
}

/** `/person/documentNumber` stands on the page as `documentNumber`. */
function fieldOf(pointer: string): string {
  const parts = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part))
  const last = parts.at(-1) ?? pointer
  return OTHER_NAMES[last] ?? last
}

const OTHER_NAMES: Readonly<Record<string, string>> = {
  motives: 'motive',
  officials: 'official',
  attachments: 'scan',
  file: 'scan',
}

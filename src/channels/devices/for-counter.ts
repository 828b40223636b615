import { recordLook } from '../../audit/index.ts'
import { SUPPORT_NEEDS } from '../../cases/index.ts'
import { localDate, localTime } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { StaffVisit } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { needField, PERSON_FIELDS, type Entry } from '../counter/entry-fields.ts'
import { getAside, type AsideItem } from './find-aside.ts'

export type ReadableAside = AsideItem & { opened: NonNullable<AsideItem['opened']> }

/** What a tablet sent and a person completes in the fast form; every look is recorded. */
export async function openAsideForCounter(
  system: System,
  visit: StaffVisit,
  itemId: string,
): Promise<ReadableAside> {
  const aside = await getAside(system, visit, itemId)
  const { item, opened } = aside
  if (opened === null) throw new NotFound()
  const details = { itemId, deviceId: item.deviceId }
  await recordLook(system.db, { ...visit.deed, what: 'device_filing', details })
  return { ...aside, opened }
}

type Fields = Readonly<Record<string, unknown>>

/** What it already answers of the form. */
export function entryOfAside({ item, opened }: ReadableAside, timeZone: string): Partial<Entry> {
  const { written } = opened
  const person = fieldsIn(written['person'])
  const needs = listIn(person['supportNeeds'])
  return {
    aside: item.itemId,
    channel: 'tablet',
    handedDate: localDate(item.handedOverAt, timeZone),
    handedTime: localTime(item.handedOverAt, timeZone),
    ...textsIn(written, [
      'centre',
      'kind',
      'service',
      'occurredOn',
      'place',
      'description',
      'language',
      'spokenLanguage',
      'answerBy',
    ]),
    ...textsIn(person, PERSON_FIELDS),
    motive: listIn(written['motives'])[0] ?? textIn(written['motive']),
    official: listIn(written['officials'])[0] ?? '',
    electronicNotice: fieldsIn(written['consents'])['electronicNotice'] === true ? 'yes' : '',
    ...Object.fromEntries(
      SUPPORT_NEEDS.map((need) => [needField(need), needs.includes(need) ? 'yes' : '']),
    ),
  }
}

/** The filing as it was completed: what the form does not ask stays as its person said it. */
export function completedFiling({ opened: { written } }: ReadableAside, typed: Fields): Fields {
  const motives = listIn(written['motives'])
  const { motive, ...rest } = typed
  return {
    ...rest,
    ...(motive !== undefined && (motives[0] === motive ? { motives } : { motive })),
    consents: { ...fieldsIn(written['consents']), ...fieldsIn(typed['consents']) },
    channel: 'tablet',
  }
}

function textsIn<Name extends string>(from: Fields, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, textIn(from[name])])) as Record<Name, string>
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function fieldsIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {}
}

import type { T } from '../../platform/i18n/index.ts'
import { possibleReaders } from '../view-policy.ts'
import { writeReaders, type Readers } from '../saved-view.ts'
import type { Room } from './room.ts'

type Named = Pick<Room, 'book' | 't'>

/** For whom a view may be kept, as a form asks it. */
export function readersItems({ staff, book, t }: Pick<Room, 'staff' | 'book' | 't'>) {
  return possibleReaders(staff, book).map(({ readers }) => ({
    value: writeReaders(readers),
    text: sayReaders(readers, { book, t }),
  }))
}

export function sayReaders({ audience, centreId, unitId }: Readers, { book, t }: Named): string {
  const place = book.names.get(centreId ?? unitId ?? '')
  return sayAudience(audience, place, t)
}

function sayAudience(audience: Readers['audience'], place: string | undefined, t: T): string {
  return place === undefined
    ? t(`views.readers.${audience}`)
    : t(`views.readers.${audience}`, { place })
}

/** What was chosen, if this person may choose it; also what it already is, whoever chose it. */
export function readersChosen(
  value: string,
  { staff, book }: Pick<Room, 'staff' | 'book'>,
  now: Readers | null = null,
): Readers | null {
  if (now !== null && writeReaders(now) === value) return now
  const possible = possibleReaders(staff, book)
  return possible.find(({ readers }) => writeReaders(readers) === value)?.readers ?? null
}

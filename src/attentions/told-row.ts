import type { BookRules } from '../administrations/index.ts'
import { isPlainDate, type PlainDate } from '../platform/dates.ts'
import { ATTENTION_CHANNELS, MOST_A_DAY, type Attended } from './attention.ts'

/** A count as a file or another system tells it, in words. */
export interface ToldRow {
  day: string
  centre: string
  service: string
  /** Empty: the counter. */
  channel: string
  attended: string
}

export interface RowProblem {
  field: keyof ToldRow
  code: string
}

/** What a count is checked against: where people are attended, and what today is there. */
export interface KnownPlaces {
  centreIds: ReadonlyMap<string, string>
  serviceIds: ReadonlyMap<string, string>
  today: PlainDate
}

/** Centres and services by their short name and by their full one, in small letters. */
export function knownPlaces(
  { centres, services }: Pick<BookRules, 'centres' | 'services'>,
  today: PlainDate,
): KnownPlaces {
  return {
    centreIds: new Map(
      centres.flatMap(({ centreId, slug, name }) => [
        [slug, centreId],
        [name.toLowerCase(), centreId],
      ]),
    ),
    serviceIds: new Map(
      services.flatMap(({ serviceId, slug, name }) => [
        [slug, serviceId],
        [name.toLowerCase(), serviceId],
      ]),
    ),
    today,
  }
}

/** As people write the channels in a table. */
const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  '': 'counter',
  ventanilla: 'counter',
  presencial: 'counter',
  telefono: 'phone',
  teléfono: 'phone',
  internet: 'web',
  correo: 'email',
}

export type CheckedRow =
  { attended: Attended; problems: [] } | { attended: null; problems: RowProblem[] }

export function checkRow(row: ToldRow, known: KnownPlaces): CheckedRow {
  const problems: RowProblem[] = []
  const centreId = known.centreIds.get(row.centre.toLowerCase())
  const serviceId = known.serviceIds.get(row.service.toLowerCase())
  const word = row.channel.toLowerCase()
  const channel = ATTENTION_CHANNELS.find((each) => each === (CHANNEL_WORDS[word] ?? word))
  const attended = /^\d{1,6}$/.test(row.attended) ? Number(row.attended) : null
  if (!isPlainDate(row.day)) problems.push({ field: 'day', code: 'not_date' })
  else if (row.day > known.today) problems.push({ field: 'day', code: 'in_future' })
  if (!centreId) problems.push({ field: 'centre', code: 'unknown' })
  if (!serviceId) problems.push({ field: 'service', code: 'unknown' })
  if (!channel) problems.push({ field: 'channel', code: 'unknown' })
  if (attended === null || attended > MOST_A_DAY) {
    problems.push({ field: 'attended', code: 'not_number' })
  }
  if (problems.length > 0 || !centreId || !serviceId || !channel || attended === null) {
    return { attended: null, problems }
  }
  return { attended: { centreId, serviceId, day: row.day, channel, attended }, problems: [] }
}

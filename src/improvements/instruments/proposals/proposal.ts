import type { BookRules } from '../../../administrations/index.ts'
import { addDays, type PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import type { Proof, ProofKey, ProofQuestion } from '../../proof.ts'
import type { Cells, Instrument } from '../instrument.ts'

/** A row that the book could fill: shown with where it comes from, and taken by a person or not at all. */
export interface Proposal {
  /** The same as long as it is the same thing; whoever took it is not offered it again. */
  key: string
  /** Where it comes from, in words. */
  said: string
  cells: Cells
}

/** What the book proves of a year in a place, by key. */
export type ReadProofs = (
  db: Db,
  question: ProofQuestion,
) => Promise<ReadonlyMap<ProofKey, readonly Proof[]>>

/** For what a proposal is asked. */
export interface Asking {
  db: Db
  instrument: Instrument
  book: BookRules
  slug: string
  today: PlainDate
  t: T
  lang: string
  /** The centre, or all of them. */
  placeName: string
  /** The service, or the place where it is of all. */
  serviceName: string
  readProofs: ReadProofs
}

export type Propose = (asking: Asking) => Promise<Proposal[]>

const LOOKED_BACK = 364

/** The twelve months before the year ended, or until today. */
export function periodOf({ instrument: { year }, today }: Pick<Asking, 'instrument' | 'today'>): {
  from: PlainDate
  until: PlainDate
} {
  const last = `${year}-12-31`
  const until = today < last ? today : last
  return { from: addDays(until, -LOOKED_BACK), until }
}

/** What people said there and then. */
export function troubleQuestion(asking: Asking) {
  const { administrationId, centreId, serviceId } = asking.instrument
  const { timeZone } = asking.book.administration
  return { administrationId, timeZone, centreId, serviceId, ...periodOf(asking) }
}

/** Papers that leave the house name posts, not people. */
export function postOf({ book }: Pick<Asking, 'book'>, accountId: string): string {
  return book.officials.find((official) => official.accountId === accountId)?.post ?? ''
}

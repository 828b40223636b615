import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { listCorpora } from '../words/index.ts'
import { rankGroups } from './board.ts'
import { findBoard, listVotes } from './board-store.ts'
import { listCards } from './card-store.ts'
import { listGroups } from './group-store.ts'

export interface HeadingsAsked {
  administrationId: string
  /** Null: of all centres. */
  centreId: string | null
  from: PlainDate
  until: PlainDate
}

/** A group of a finished board: its sentence, how many cards it has, and how many votes it got. */
export interface Heading {
  groupId: string
  corpusId: string
  question: string
  number: number
  sentence: string
  cards: number
  votes: number
}

/** What the team put together on the boards of a period that are closed, those with most votes first. */
export async function listHeadings(
  db: Db,
  { administrationId, centreId, from, until }: HeadingsAsked,
): Promise<Heading[]> {
  const corpora = (await listCorpora(db, administrationId)).filter(
    ({ periodFrom, periodUntil, filter: { centreIds } }) =>
      periodFrom <= until &&
      from <= periodUntil &&
      (centreId === null || centreIds.length === 0 || centreIds.includes(centreId)),
  )
  const headings: Heading[] = []
  for (const { corpusId, question } of corpora) {
    const whose = { administrationId, corpusId }
    if ((await findBoard(db, whose))?.phase !== 'closed') continue
    const cards = await listCards(db, whose)
    const votes = await listVotes(db, whose)
    const named = (await listGroups(db, whose)).filter(
      ({ dissolved, sentence }) => !dissolved && sentence !== '',
    )
    const counted = named.map((group) => ({
      ...group,
      cards: cards.filter(({ groupId }) => groupId === group.groupId).length,
      votes: votes
        .filter(({ groupId }) => groupId === group.groupId)
        .reduce((sum, vote) => sum + vote.votes, 0),
    }))
    for (const { groupId, number, sentence, cards, votes } of rankGroups(counted)) {
      headings.push({ groupId, corpusId, question, number, sentence, cards, votes })
    }
  }
  return headings
}

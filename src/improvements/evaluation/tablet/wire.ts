import type { FoundState } from './visit-item.ts'

/** What the server and the tablet say to each other; the same words on both sides. */

/** As an element is marked in the book. */
type MarkState = Exclude<FoundState, 'not_seen'>

/**
 * What an evaluator takes along: what is asked, what the book shows of it, how it is marked. Nothing about any
 * person of the public, and no words that somebody typed into a note or a reason.
 */
export interface VisitCopy {
  evaluationId: string
  /** Whose it is: only this account sends what is written on it. */
  accountId: string
  administration: string
  centre: string
  year: number
  timeZone: string
  /** Its page in the book, for when there is network. */
  pageUrl: string
  key: { id: number; publicKey: string }
  preparedAt: string
  criteria: readonly CopiedCriterion[]
}

export interface CopiedCriterion {
  id: string
  name: string
  evidences: readonly {
    id: string
    name: string
    isObserved: boolean
    elements: readonly CopiedElement[]
  }[]
}

export interface CopiedElement {
  id: string
  text: string
  /** What to look at or ask. */
  questions: readonly string[]
  standing: 'proved' | 'shown' | 'begun' | 'owed' | 'missing'
  /** What the book proves by itself, and what that lacks. */
  shown: readonly { title: string; lacks: readonly string[] }[]
  /** How many files people added, and how many things are owed. */
  added: number
  owed: number
  mark: { state: MarkState; revision: number } | null
}

/** What the tablet is told when the network is back: who is signed in, and what waits for a decision. */
export interface VisitSession {
  accountId: string
  /** Every form of the house carries one; the page that is kept on the tablet has none. */
  token: string
  state: 'open' | 'signed'
  undecided: readonly UndecidedItem[]
}

/** Both texts, as they are shown side by side. */
export interface UndecidedItem {
  id: string
  elementId: string
  tablet: { state: FoundState; words: string }
  here: { state: MarkState; words: string } | null
}

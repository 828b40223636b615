import type { Choice } from './what-now.ts'
import type { Visit } from './visit.ts'

/** What another room has for the person of a case: how something of theirs stands, and what they may do. */
export interface ToldFollower {
  notes: readonly { text: string; href: string }[]
  choices: readonly Choice[]
}

export type TellFollower = (visit: Visit) => Promise<ToldFollower>

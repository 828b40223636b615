import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

export const KINDS = ['own', 'replicated'] as const
export type PracticeKind = (typeof KINDS)[number]

/** What every good practice is asked (MAS, BP-08). */
export const TESTS = ['model', 'benefit', 'impact', 'innovation'] as const
export type TestCode = (typeof TESTS)[number]
export type Tests = Readonly<Partial<Record<TestCode, { met: boolean; reason: string }>>>

/** A good practice as it was written one day; what is not known yet is empty. */
export interface Practice extends ImprovementPlace {
  practiceId: string
  version: number
  kind: PracticeKind
  name: string
  problem: string
  initiative: string
  /** The sheet of the practice that is replicated, among its evidence. */
  originalId: string | null
  adaptation: string
  draft: string
  figures: string
  voices: string
  benefit: string
  tests: Tests
  writtenOn: PlainDate
  writtenBy: string
}

/** The liaison's word of knowing a draft, and how many actions its plan had. */
export interface Acknowledgement {
  practiceId: string
  version: number
  writtenBy: string
  actions: number
  knownOn: PlainDate
  knownBy: string
}

export interface Recognition {
  recognitionId: string
  practiceId: string
  givenBy: string
  givenOn: PlainDate
  proofId: string
  notedOn: PlainDate
  notedBy: string
}

export interface SustainmentCheck {
  checkId: string
  practiceId: string
  checkedOn: PlainDate
  goesOn: boolean
  seen: string
  notedAt: Date
  checkedBy: string
}

type Draft = Pick<Practice, 'problem' | 'initiative' | 'draft'>

/** What was acknowledged is what stands: the same draft, and a plan without new actions. */
export function isStillKnown(known: Draft, now: Draft, plan: { known: number; now: number }) {
  const isSame = (['problem', 'initiative', 'draft'] as const).every(
    (part) => known[part] === now[part],
  )
  return isSame && plan.known === plan.now
}

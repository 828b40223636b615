/** Where the causes of a trouble are looked for: the bones of the fish. */
export const BRANCHES = ['people', 'process', 'information', 'place', 'systems', 'rules'] as const
export type Branch = (typeof BRANCHES)[number]

export const MOST_WHYS = 5

export interface Why {
  because: string
  /** How it is known: a document, a count, an observation. */
  evidence: string
}

export interface BranchCause extends Why {
  branch: Branch
}

export interface RootCause {
  whys: readonly Why[]
  causes: readonly BranchCause[]
}

/**
 * What people tell is a motive. A cause is supposed while somebody only answers why, and found once every
 * answer of the chain says how it is known (method 11.4, step 11).
 */
export type CauseState = 'told' | 'supposed' | 'found'

export function stateOfCause({ whys }: Pick<RootCause, 'whys'>): CauseState {
  const answered = whys.filter(({ because }) => because !== '')
  if (answered.length === 0) return 'told'
  return answered.every(({ evidence }) => evidence !== '') ? 'found' : 'supposed'
}

/** The end of the chain: what would have to change. */
export function rootOf({ whys }: Pick<RootCause, 'whys'>): string | null {
  return whys.findLast(({ because }) => because !== '')?.because ?? null
}

/** A why without an answer breaks the chain: those behind it move up. */
export function chainOf(whys: readonly Why[]): Why[] {
  return whys.filter(({ because }) => because !== '').slice(0, MOST_WHYS)
}

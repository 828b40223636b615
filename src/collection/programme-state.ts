import { isValidated, isWhole, type DocumentKind, type ProgrammeDocument } from './document.ts'

/** The requirements of the seed model about collecting needs, complaints and suggestions (MAS, NC-01 to NC-05). */
export const REQUIREMENTS = ['NC-01', 'NC-02', 'NC-03', 'NC-04', 'NC-05'] as const
export type Requirement = (typeof REQUIREMENTS)[number]

export type RequirementState = 'proved' | 'begun' | 'missing'

/** What there is to show in a year. */
export interface Proof {
  open: boolean
  latest: Partial<Record<DocumentKind, ProgrammeDocument>>
  planned: number
  done: number
  /** Cases, answers, attentions and proofs of activities. */
  collected: number
}

export function stateOf(requirement: Requirement, proof: Proof): RequirementState {
  const { mechanism, strategy, procedure } = proof.latest
  switch (requirement) {
    case 'NC-01':
      return judged(proof.open && mechanism !== undefined, proof.open || mechanism !== undefined)
    case 'NC-02':
      return judged(strategy !== undefined && isWhole(strategy), strategy !== undefined)
    case 'NC-03':
      return judged(procedure !== undefined && isValidated(procedure), procedure !== undefined)
    case 'NC-04':
      return judged(proof.planned > 0 && proof.done > 0, proof.planned > 0 || proof.done > 0)
    case 'NC-05':
      return judged(proof.collected > 0, false)
  }
}

function judged(isProved: boolean, isBegun: boolean): RequirementState {
  if (isProved) return 'proved'
  return isBegun ? 'begun' : 'missing'
}

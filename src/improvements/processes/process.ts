import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'
import type { Step } from './step.ts'

/** How a service runs in a centre, or in all of them. */
export interface Process extends ImprovementPlace {
  processId: string
  serviceId: string
}

export const VALIDATED_AS = ['head', 'evaluator'] as const
export type ValidatedAs = (typeof VALIDATED_AS)[number]

export interface ProcessValidation {
  as: ValidatedAs
  accountId: string
  on: PlainDate
}

export interface ProcessVersion {
  processId: string
  version: number
  objective: string
  steps: readonly Step[]
  /** Rises with each change of a draft. */
  revision: number
  writtenAt: Date
  writtenBy: string
  /** Null while it is a draft. */
  validatedOn: PlainDate | null
  validations: readonly ProcessValidation[]
}

export function isWhollyValidated(validations: readonly ProcessValidation[]): boolean {
  return VALIDATED_AS.every((each) => validations.some((one) => one.as === each))
}

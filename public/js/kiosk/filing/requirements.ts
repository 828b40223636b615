import {
  isRequired,
  isSomebodyNeeded,
  whatIsAsked,
  type AskedOfPerson,
} from '../../../../src/cases/asked-of-person.ts'
import { kindOf, type Visit } from './draft.ts'

export function requires(visit: Visit, pointer: string): boolean {
  return isRequired(kindOf(visit)?.requires ?? [], pointer)
}

export function askedOfPerson(visit: Visit): AskedOfPerson {
  return whatIsAsked({
    requires: kindOf(visit)?.requires ?? [],
    answerBy: visit.draft.answerBy,
  })
}

export function isSomebodyAsked(visit: Visit): boolean {
  return isSomebodyNeeded(askedOfPerson(visit))
}

/** No way at all only where the kind needs none. */
export function waysOf(visit: Visit): string[] {
  return visit.setup.answerWays.filter((way) => way !== 'none' || !requires(visit, '/answerBy'))
}

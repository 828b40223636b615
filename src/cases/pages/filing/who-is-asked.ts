import { isSomebodyNeeded, whatIsAsked, type AskedOfPerson } from '../../asked-of-person.ts'
import { kindOf, type Visit } from './visit.ts'

export function askedOfPerson(visit: Visit): AskedOfPerson {
  return whatIsAsked({
    requires: kindOf(visit)?.requires ?? [],
    answerBy: visit.answers.answerBy,
  })
}

export function isSomebodyAsked(visit: Visit): boolean {
  return isSomebodyNeeded(askedOfPerson(visit))
}

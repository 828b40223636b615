import { followUrl } from '../../case-urls.ts'

/** Addresses within the following of a case. */

export const finishedUrl = `${followUrl}/fin`

export function casePath(caseNumber: string): string {
  return `${followUrl}/${encodeURIComponent(caseNumber)}`
}

/** Where a person does one thing about a case: `correccion`, `retiro`… */
export function stepPath(caseNumber: string, address: string): string {
  return `${casePath(caseNumber)}/${address}`
}

export function finishPath(caseNumber: string): string {
  return stepPath(caseNumber, 'terminar')
}

/** Where a new case about the same thing begins. */
export function linkedCasePath(caseNumber: string): string {
  return stepPath(caseNumber, 'otro')
}

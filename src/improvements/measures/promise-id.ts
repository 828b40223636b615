/** A promise by its case's number and its answer: a case that was opened again may promise twice. */
export function promiseId(caseNumber: string, answerId: string): string {
  return `${caseNumber}.${answerId.slice(0, 8)}`
}

export function caseNumberOf(originId: string): string {
  return originId.split('.')[0] ?? ''
}

/** A case marked in a list: its number, and the length of its history when the list was made. */
export interface Mark {
  caseNumber: string
  seenLength: number
}

export function writeMark({
  caseNumber,
  historyLength,
}: {
  caseNumber: string
  historyLength: number
}): string {
  return `${caseNumber}:${historyLength}`
}

/** Null: what was sent is no mark. */
export function readMark(mark: string): Mark | null {
  const [, caseNumber, length] = /^([A-Z0-9-]{8,40}):(\d{1,6})$/.exec(mark) ?? []
  return caseNumber ? { caseNumber, seenLength: Number(length) } : null
}

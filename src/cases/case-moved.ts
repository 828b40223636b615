import { ExpectedError } from '../platform/errors.ts'

/** Somebody else acted on the case in between; the page shows what changed and keeps what was typed. */
export class CaseMoved extends ExpectedError {
  readonly status = 409
  readonly code = 'case_moved'
  readonly seenLength: number

  constructor(caseNumber: string, seenLength: number) {
    super({ caseNumber })
    this.seenLength = seenLength
  }
}

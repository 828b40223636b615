import type { Db } from '../platform/database/connection.ts'
import {
  BEGINNING,
  filingFaults,
  historyFaults,
  isCommitmentTo,
  listEventsOf,
  listFilings,
  type Fault,
  type Link,
  type StoredEvent,
  type StoredFiling,
} from '../ledger/index.ts'
import {
  listContentsToVerify,
  listHeads,
  type CaseHead,
  type ContentToVerify,
} from './verification-store.ts'
import { findBook } from './book-store.ts'

const STRETCH = 500

export interface BookReport {
  filings: number
  steps: number
  contents: number
  erased: number
  faults: Fault[]
}

/**
 * Reads a whole book and checks that nothing was deleted, backdated or changed: numbers without a gap,
 * the chain of filings, every step of every case, every text against its promise. Erased texts are
 * counted; their promises still hold the chain.
 */
export async function verifyBook(
  db: Db,
  administrationId: string,
  onProgress: (filings: number) => void = () => undefined,
): Promise<BookReport> {
  const report: BookReport = { filings: 0, steps: 0, contents: 0, erased: 0, faults: [] }
  let before: Link = BEGINNING
  for (;;) {
    const filings = await listFilings(db, administrationId, before.position, STRETCH)
    if (filings.length === 0) break
    const caseIds = filings.map(({ caseId }) => caseId)
    const histories = await listEventsOf(db, administrationId, caseIds)
    const heads = await listHeads(db, administrationId, caseIds)
    const contents = await listContentsToVerify(db, administrationId, caseIds)
    for (const filing of filings) {
      const events = histories.get(filing.caseId) ?? []
      report.faults.push(
        ...filingFaults(filing, before),
        ...historyFaults(filing, events),
        ...headFaults(filing, events, heads.get(filing.caseId)),
      )
      checkContents(report, filing, events, contents)
      report.steps += events.length
      before = filing
    }
    report.filings += filings.length
    onProgress(report.filings)
  }
  const book = await findBook(db, administrationId)
  if (book && !book.head.equals(before.hash)) {
    report.faults.push({
      caseNumber: before.caseNumber ?? book.code,
      what: 'head_differs',
      position: before.position,
    })
  }
  return report
}

/** The case's own row says what its history ended with. */
function headFaults(
  filing: StoredFiling,
  events: readonly StoredEvent[],
  head: CaseHead | undefined,
): Fault[] {
  const { caseNumber, position } = filing
  if (!head) return [{ caseNumber, what: 'case_missing', position }]
  const last = events.at(-1)
  const agrees =
    head.caseNumber === caseNumber &&
    last?.toState === head.state &&
    last.position === head.historyLength &&
    last.hash.equals(head.historyHead)
  return agrees ? [] : [{ caseNumber, what: 'case_differs', position: last?.position ?? 0 }]
}

function checkContents(
  report: BookReport,
  { caseNumber }: StoredFiling,
  events: readonly StoredEvent[],
  contents: ReadonlyMap<string, ContentToVerify>,
): void {
  for (const event of events) {
    for (const promise of event.commitments) {
      const content = contents.get(promise.id)
      if (!content) continue
      report.contents += 1
      if (content.body === null || content.salt === null) {
        report.erased += 1
        continue
      }
      const commitment = Buffer.from(promise.commitment, 'hex')
      if (!isCommitmentTo(content.body, { salt: content.salt, commitment })) {
        report.faults.push({ caseNumber, what: 'content_changed', position: event.position })
      }
    }
  }
}

import type { Db } from '../platform/database/connection.ts'
import {
  BEGINNING,
  filingFaults,
  historyFaults,
  isCommitmentTo,
  listEventsOf,
  linkOf,
  listFilings,
  type Fault,
  type Link,
  type SealedLink,
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
  legacyCases: number
  reports: number
  faults: Fault[]
}

/** Reads anew what was sealed as a whole and says what does not hold in it. */
export type SealReader = (
  id: string,
  seal: Buffer,
) => Promise<{ read: number; erased: number; faults: readonly Omit<Fault, 'position'>[] }>

/** Who reads what other features sealed. */
export type ReadSeals = Readonly<Partial<Record<SealedLink, SealReader>>>

/**
 * Reads a whole book and checks that nothing was deleted, backdated or changed: numbers without a gap,
 * the chain of filings, every step of every case, every text against its promise. Erased texts are
 * counted; their promises still hold the chain.
 */
export async function verifyBook(
  db: Db,
  administrationId: string,
  onProgress: (filings: number) => void = () => undefined,
  readSeals: ReadSeals = {},
): Promise<BookReport> {
  const report: BookReport = {
    filings: 0,
    steps: 0,
    contents: 0,
    erased: 0,
    legacyCases: 0,
    reports: 0,
    faults: [],
  }
  let before: Link = BEGINNING
  for (;;) {
    const filings = await listFilings(db, administrationId, before.position, STRETCH)
    if (filings.length === 0) break
    const caseIds = filings.filter(({ link }) => link === 'case').map(({ caseId }) => caseId)
    const histories = await ofSome(caseIds, (ids) => listEventsOf(db, administrationId, ids))
    const heads = await ofSome(caseIds, (ids) => listHeads(db, administrationId, ids))
    const contents = await ofSome(caseIds, (ids) => listContentsToVerify(db, administrationId, ids))
    for (const filing of filings) {
      const previous = before
      before = linkOf(filing, previous)
      if (filing.link !== 'case') {
        report.faults.push(...filingFaults(filing, previous))
        await checkSeal(report, filing, { link: filing.link, read: readSeals[filing.link] })
        continue
      }
      report.filings += 1
      const events = histories.get(filing.caseId) ?? []
      report.faults.push(
        ...filingFaults(filing, previous),
        ...historyFaults(filing, events),
        ...headFaults(filing, events, heads.get(filing.caseId)),
      )
      checkContents(report, filing, events, contents)
      report.steps += events.length
    }
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

/** A stretch of the chain may hold seals only. */
async function ofSome<Found>(
  caseIds: readonly string[],
  list: (caseIds: readonly string[]) => Promise<ReadonlyMap<string, Found>>,
): Promise<ReadonlyMap<string, Found>> {
  return caseIds.length === 0 ? new Map() : list(caseIds)
}

async function checkSeal(
  report: BookReport,
  { caseId, caseNumber, eventHash, position }: StoredFiling,
  { link, read: readSeal = unread }: { link: SealedLink; read: SealReader | undefined },
): Promise<void> {
  const { read, erased, faults } = await readSeal(caseId, eventHash)
  report[COUNTED[link]] += read
  report.erased += erased
  const named = (fault: Omit<Fault, 'position'>) => fault.caseNumber || caseNumber
  // one by one: a batch may have more faults than a call takes arguments
  for (const fault of faults) report.faults.push({ ...fault, caseNumber: named(fault), position })
}

const COUNTED = { legacy_batch: 'legacyCases', period_report: 'reports' } as const

/** What nobody looked at is not called sound. */
const unread: SealReader = async () => ({
  read: 0,
  erased: 0,
  faults: [{ caseNumber: '', what: 'seal_unread' }],
})

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

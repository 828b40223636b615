import { listDirectoryEntries } from '../../directory-store.ts'
import { listEpochs, type Epoch } from '../../epoch-store.ts'
import { listMemberKeys, type MemberKey } from '../../member-key-store.ts'
import { listMessages, type Message } from '../../message-store.ts'
import { findReport, type Report } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import { listSlots, listSlotsOfReader } from '../../slot-store.ts'
import { listUploads, type Upload } from '../../upload-store.ts'
import type { System } from '../../../system.ts'
import type { Office } from '../../office.ts'
import {
  listWaitingWraps,
  listWrappedReaders,
  listWrapsFor,
  type WaitingWrap,
} from '../../wrap-store.ts'
import { listAsked, type AskedIdentity } from '../../custodians/asked-identity.ts'
import { readCourse, type StoredCourse } from '../record-act.ts'
import { isReading } from '../signed-act.ts'

/** What a reader's browser needs to find out which reports open for it. */
export interface OwnPlaces {
  directory: string[]
  /** The reader's own seeds, each in the box of the reader's passphrase. */
  keys: MemberKey[]
  places: OwnPlace[]
}

/** A place of the reader's own in one epoch of a report. */
export interface OwnPlace {
  reportId: Uint8Array
  epoch: number
  memberId: string
  blob: Uint8Array
}

export interface ReadReport {
  report: Report
  epochs: Epoch[]
  /** Of every epoch. */
  places: OwnPlace[]
  /** Who has a place in the current epoch. */
  slotMembers: string[]
  course: StoredCourse
  messages: Message[]
  uploads: Upload[]
  /** Readers to come, who wait for somebody's approval. */
  wraps: WaitingWrap[]
  /** Readers who came later and were approved. */
  wrapped: string[]
  /** The reader's own requests for the identity. */
  asked: AskedIdentity[]
}

/** All of the reader's places; who of the readers can open which, the server does not know. */
export async function listOwnPlaces(
  system: System,
  office: Office,
  accountId: string,
): Promise<OwnPlaces> {
  return inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const places: OwnPlace[] = []
    const keys = await readerKeys(tx, accountId)
    for (const { memberId } of keys) {
      places.push(
        ...(await listSlotsOfReader(tx, memberId)),
        ...(await listWrapsFor(tx, memberId, { isCurrent: true })),
      )
    }
    const entries = await listDirectoryEntries(tx)
    return { directory: entries.map(({ entry }) => entry), keys, places }
  })
}

/** State, dates and boxes of those reports that the reader proves to open; the others are left out. */
export async function readReports(
  system: System,
  office: Office,
  accountId: string,
  asked: readonly { id: Uint8Array; proof: Uint8Array }[],
): Promise<ReadReport[]> {
  const reading = { by: accountId, day: office.day }
  return inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const memberIds = (await readerKeys(tx, accountId)).map(({ memberId }) => memberId)
    const waiting = await listWaitingWraps(tx)
    const read: ReadReport[] = []
    for (const { id, proof } of asked) {
      const report = await findReport(tx, id)
      if (!report || !(await isReading(tx, report, reading, proof))) continue
      read.push(await readWhole(tx, report, { accountId, memberIds, waiting }))
    }
    return read
  })
}

async function readWhole(
  tx: SealedTx,
  report: Report,
  {
    accountId,
    memberIds,
    waiting,
  }: { accountId: string; memberIds: readonly string[]; waiting: readonly WaitingWrap[] },
): Promise<ReadReport> {
  const isThis = ({ reportId }: { reportId: Uint8Array }) =>
    Buffer.compare(reportId, report.reportId) === 0
  const slots = await listSlots(tx, report, { purpose: 'read' })
  const own = slots.filter(({ memberId }) => memberIds.includes(memberId))
  const wraps = await Promise.all(
    memberIds.map((memberId) => listWrapsFor(tx, memberId, { report })),
  )
  return {
    report,
    epochs: await listEpochs(tx, report),
    places: [...own.map((slot) => ({ ...slot, reportId: report.reportId })), ...wraps.flat()],
    slotMembers: slots
      .filter(({ epoch }) => epoch === report.epoch)
      .map(({ memberId }) => memberId),
    course: await readCourse(tx, report),
    messages: await listMessages(tx, report),
    uploads: await listUploads(tx, report.reportId),
    wraps: waiting.filter(isThis),
    wrapped: await listWrappedReaders(tx, report),
    asked: await listAsked(tx, report, accountId),
  }
}

const READERS = ['integrity_officer', 'alternate_authority']

async function readerKeys(tx: SealedTx, accountId: string): Promise<MemberKey[]> {
  const keys = await listMemberKeys(tx, accountId)
  return keys.filter(({ role }) => READERS.includes(role))
}

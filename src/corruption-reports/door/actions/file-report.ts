import type { BookRules } from '../../../administrations/index.ts'
import { getCalendar } from '../../../deadlines/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { insertCommitmentLeaf } from '../../commitment-store.ts'
import { getEpoch, insertEpoch } from '../../epoch-store.ts'
import { insertEvent, setDeadline } from '../../event-store.ts'
import { findDirectory } from '../../known-directory.ts'
import { courseAtFiling, type CourseAtFiling } from '../../officers/course-at-filing.ts'
import { findReportByAuth, insertReport } from '../../report-store.ts'
import { weekOf } from '../../retention/close-weeks.ts'
import { requireSealed, SealedClosed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import { sameBytes, type Envelope } from '../../sealing/index.ts'
import { insertSlots, slotsOfEpoch, slotsOfIdentity } from '../../slot-store.ts'
import { takeSlot } from '../../taken-slot-store.ts'
import { AnotherWithThisKey } from '../directory-changed.ts'
import { checkEnvelope } from '../envelope-rules.ts'

export interface Filing {
  rules: BookRules
  envelope: Envelope
  /** The last three: an officer sealed what somebody told. */
  channel: 'web' | 'api' | 'in_person' | 'phone' | 'letter'
  /** Sealed files that came in the same request. */
  keepFiles?: (tx: SealedTx, reportId: Uint8Array, day: PlainDate) => Promise<void>
}

export interface Filed {
  receivedOn: PlainDate
  /** The same report had come before, and stands as it was. */
  again: boolean
}

/** A sealed report is kept whole or not at all; sent twice, it is kept once. */
export async function fileReport(system: System, filing: Filing, now: Date): Promise<Filed> {
  const { administration, regime } = filing.rules
  if (!regime.corruption) throw new SealedClosed()
  const { timeZone, calendarCode, administrationId } = administration
  const day = localDate(now, timeZone)
  const calendar = await getCalendar(system.db, calendarCode)
  const course = courseAtFiling(day, { rules: regime.corruption, calendar, timeZone })
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    const known = await findDirectory(tx)
    if (!known) throw new SealedClosed()
    const before = await findSame(tx, filing.envelope)
    if (before) return before
    checkEnvelope(filing.envelope, known.directory)
    const isNew = await keepReport(tx, filing, day, course)
    return isNew ? { receivedOn: day, again: false } : findAgain(tx, filing.envelope)
  })
}

async function findSame(tx: SealedTx, envelope: Envelope): Promise<Filed | null> {
  const report = await findReportByAuth(tx, envelope.receipt)
  if (!report) return null
  const { contentPub } = await getEpoch(tx, report, 1)
  if (!sameBytes(contentPub, envelope.contentKey)) throw new AnotherWithThisKey()
  return { receivedOn: report.receivedOn, again: true }
}

/** Another request with the same envelope was faster by an instant. */
async function findAgain(tx: SealedTx, envelope: Envelope): Promise<Filed> {
  const found = await findSame(tx, envelope)
  if (!found) throw new AnotherWithThisKey()
  return found
}

async function keepReport(
  tx: SealedTx,
  { envelope, channel, keepFiles }: Filing,
  day: PlainDate,
  course: CourseAtFiling,
): Promise<boolean> {
  const report = { reportId: envelope.id, shredSlot: await takeSlot(tx) }
  const isNew = await insertReport(tx, {
    ...report,
    authHash: envelope.receipt,
    receivedOn: day,
    channel,
    state: course.state,
    self: envelope.self,
    identity: envelope.identity,
  })
  if (!isNew) return false
  await insertEpoch(tx, report, {
    epoch: 1,
    beganOn: day,
    directory: envelope.directory,
    contentPub: envelope.contentKey,
    actionPub: envelope.actionKey,
    content: envelope.content,
    forReporter: null,
    begunBy: null,
  })
  await insertSlots(tx, report, [
    ...slotsOfEpoch(envelope),
    ...slotsOfIdentity(envelope.identityShares),
  ])
  await insertEvent(tx, report, { ...course.event, epoch: 1, day, ...UNSIGNED })
  for (const deadline of course.deadlines) await setDeadline(tx, report.reportId, deadline)
  await insertCommitmentLeaf(tx, { leaf: envelope.commitment, week: weekOf(day) })
  await keepFiles?.(tx, report.reportId, day)
  return true
}

const UNSIGNED = { byAccount: null, body: null, signature: null }

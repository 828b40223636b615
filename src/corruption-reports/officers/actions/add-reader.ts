import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { Role } from '../../../people/index.ts'
import type { System } from '../../../system.ts'
import { findDirectory } from '../../known-directory.ts'
import { nextNoticeTime } from '../../notice-hours.ts'
import type { Office } from '../../office.ts'
import { lockReport, type Report } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import { wrapBody, type WrappedEpoch } from '../../sealing/index.ts'
import { approveReaderWrap, insertReaderWrap } from '../../wrap-store.ts'
import { checkWrap } from '../epoch-rules.ts'
import { readCourse, recordAct } from '../record-act.ts'
import type { ReportActCode } from '../report-states.ts'
import { requireReader } from '../signed-act.ts'
import { tellReaders } from '../tell-readers.ts'

const READERS: readonly Role[] = ['integrity_officer', 'alternate_authority']

interface ReaderInput {
  id: Uint8Array
  seq: number
  /** Who is to read as well. */
  member: string
  signature: Uint8Array
}

/**
 * A reader wraps the keys of every epoch that they read for somebody who came later; nothing is given
 * out before a second one agrees.
 */
export async function wrapReader(
  system: System,
  office: Office,
  accountId: string,
  { epochs, ...input }: ReaderInput & { epochs: readonly WrappedEpoch[] },
): Promise<void> {
  await asReader(system, office, accountId, 'wrap_reader', input, epochs, async (tx, report) => {
    const known = await findDirectory(tx)
    if (!known) throw new WrongState()
    checkWrap(epochs, report, known.directory)
    const isNew = await insertReaderWrap(tx, report, {
      memberId: input.member,
      epochs,
      byAccount: accountId,
      signature: input.signature,
      wrappedOn: office.day,
    })
    if (!isNew) throw new WrongState()
  })
}

/** The second one, never the one who wrapped it; all the others are told. */
export async function approveReader(
  system: System,
  office: Office,
  accountId: string,
  input: ReaderInput,
): Promise<void> {
  await asReader(system, office, accountId, 'approve_reader', input, [], async (tx, report) => {
    const { member: memberId, signature } = input
    const approval = { memberId, byAccount: accountId, signature, on: office.day }
    if (!(await approveReaderWrap(tx, report, approval))) {
      throw new Invalid([{ field: '/member', code: 'second', text: 'officers.second_person' }])
    }
  })
  const at = nextNoticeTime(system.clock(), office.notices)
  await tellReaders(system, office, { roles: READERS, at, but: accountId })
}

async function asReader(
  system: System,
  office: Office,
  accountId: string,
  code: ReportActCode & ('wrap_reader' | 'approve_reader'),
  { id, seq, member, signature }: ReaderInput,
  epochs: readonly WrappedEpoch[],
  change: (tx: SealedTx, report: Report) => Promise<void>,
): Promise<void> {
  await inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const report = await lockReport(tx, id)
    const course = await readCourse(tx, report)
    const body = wrapBody(member, epochs)
    await requireReader(tx, report, { seq, action: code, body }, signature)
    if (seq !== course.lastSeq + 1) throw new WrongState()
    await change(tx, report)
    await recordAct(tx, report, course, { code, byAccount: accountId, body: {}, signature }, office)
  })
}

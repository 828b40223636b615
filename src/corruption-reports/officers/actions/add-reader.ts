import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Office } from '../../office.ts'
import { lockReport } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import { envelopeSizes } from '../../sealing/index.ts'
import { approveReaderWrap, insertReaderWrap } from '../../wrap-store.ts'
import { readCourse, recordAct } from '../record-act.ts'
import type { ReportActCode } from '../report-states.ts'
import { requireReader } from '../signed-act.ts'

interface ReaderInput {
  id: Uint8Array
  seq: number
  /** Who is to read as well. */
  member: string
  signature: Uint8Array
}

/** A reader wraps the key for somebody who came later; nothing is given out before a second one agrees. */
export async function wrapReader(
  system: System,
  office: Office,
  accountId: string,
  { box, ...input }: ReaderInput & { box: Uint8Array },
): Promise<void> {
  if (box.length !== envelopeSizes.slot) throw new Invalid([{ field: '/box', code: 'invalid' }])
  await asReader(system, office, accountId, 'wrap_reader', input, box, async (tx, report) => {
    const isNew = await insertReaderWrap(tx, report, {
      epoch: report.epoch,
      memberId: input.member,
      blob: box,
      byAccount: accountId,
      signature: input.signature,
      wrappedOn: office.day,
    })
    if (!isNew) throw new WrongState()
  })
}

/** The second one: never the one who wrapped it. */
export async function approveReader(
  system: System,
  office: Office,
  accountId: string,
  input: ReaderInput,
): Promise<void> {
  const nothing = new Uint8Array(0)
  await asReader(
    system,
    office,
    accountId,
    'approve_reader',
    input,
    nothing,
    async (tx, report) => {
      const wrap = { reportId: report.reportId, epoch: report.epoch, memberId: input.member }
      const approval = { byAccount: accountId, signature: input.signature, on: office.day }
      if (!(await approveReaderWrap(tx, wrap, approval))) {
        throw new Invalid([{ field: '/member', code: 'second', text: 'officers.second_person' }])
      }
    },
  )
}

async function asReader(
  system: System,
  office: Office,
  accountId: string,
  code: ReportActCode & ('wrap_reader' | 'approve_reader'),
  { id, seq, member, signature }: ReaderInput,
  box: Uint8Array,
  change: (tx: SealedTx, report: Awaited<ReturnType<typeof lockReport>>) => Promise<void>,
): Promise<void> {
  await inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const report = await lockReport(tx, id)
    const course = await readCourse(tx, report)
    const body = Buffer.concat([Buffer.from(member), box])
    await requireReader(tx, report, { seq, action: code, body }, signature)
    if (seq !== course.lastSeq + 1) throw new WrongState()
    await change(tx, report)
    await recordAct(tx, report, course, { code, byAccount: accountId, body: {}, signature }, office)
  })
}

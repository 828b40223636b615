import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { CodingChoice, Severity } from '../coding.ts'
import { findSegment } from '../coding-queue-store.ts'
import { findCoding, insertCoding, updateCoding } from '../coding-store.ts'
import { getCorpus } from '../corpus-store.ts'
import type { FrameCode } from '../frame.ts'
import { listCodes } from '../frame-store.ts'
import { insertResolution, listCodersOf } from '../resolution-store.ts'
import { isToRecode } from '../recoding.ts'

type Ground = Pick<System, 'db'>

export interface SentCoding {
  corpusId: string
  segmentId: string
  choice: CodingChoice
  /** The frame that was on the page. */
  frameVersion: number
  /** Of the coder's own coding that was on the page; null: there was none. */
  version: number | null
}

/**
 * Codes a segment, each person for themselves. Once two have coded it, it changes only where the frame
 * did: otherwise somebody could follow the other after having seen what they chose.
 */
export async function codeSegment(
  { db }: Ground,
  { administrationId, accountId, at }: StaffDeed,
  { corpusId, segmentId, choice, frameVersion, version }: SentCoding,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const whose = { administrationId, corpusId }
    const codes = await codesOf(tx, whose)
    assertInUse(codes, choice.codeId)
    if (!(await findSegment(tx, whose, segmentId))) throw new NotFound()
    const coding = { ...choice, segmentId, coderId: accountId, frameVersion, codedAt: at }
    if (version === null) {
      const isFirst = await insertCoding(tx, whose, { ...coding, version: 1 })
      if (!isFirst) throw new WrongState()
      return
    }
    const before = await findCoding(tx, administrationId, { segmentId, coderId: accountId })
    if (!before) throw new NotFound()
    const others = (await listCodersOf(tx, administrationId, segmentId)).length - 1
    if (others > 0 && !isToRecode(before, codes)) throw new WrongState()
    const isKept = await updateCoding(tx, administrationId, { ...coding, version })
    if (!isKept) throw new WrongState()
  })
}

/** What two who disagreed decided, and why; a later decision takes the place of the earlier one. */
export async function resolveDisagreement(
  { db }: Ground,
  deed: StaffDeed,
  decided: {
    corpusId: string
    segmentId: string
    codeId: string
    severity: Severity
    reason: string
  },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  const { corpusId, segmentId, codeId } = decided
  await inTransaction(db, async (tx) => {
    assertInUse(await codesOf(tx, { administrationId, corpusId }), codeId)
    if (!(await findSegment(tx, { administrationId, corpusId }, segmentId))) throw new NotFound()
    const coders = await listCodersOf(tx, administrationId, segmentId)
    if (coders.length < 2) throw new WrongState()
    await insertResolution(tx, administrationId, { ...decided, at, by: accountId })
    const details = { corpusId, segmentId, codeId }
    await recordChange(tx, { ...deed, action: 'coding_resolved', details })
  })
}

async function codesOf(
  tx: Tx,
  { administrationId, corpusId }: { administrationId: string; corpusId: string },
): Promise<FrameCode[]> {
  const { frameId } = await getCorpus(tx, administrationId, corpusId)
  return listCodes(tx, administrationId, frameId)
}

function assertInUse(codes: readonly FrameCode[], codeId: string): void {
  const isInUse = codes.some((each) => each.codeId === codeId && each.retiredIn === null)
  if (!isInUse) throw new Invalid([{ field: 'codeId', code: 'unknown' }])
}

import { createHash } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { lacksOf } from '../cells.ts'
import { drawInstrument, type InstrumentPaperWords } from '../draw-instrument.ts'
import type { Instrument } from '../instrument.ts'
import { getInstrument, lockDraft, updateSigned } from '../instrument-store.ts'
import { listRows } from '../row-store.ts'

/**
 * Signs what somebody read: the draft in that very revision, with every cell that the norm asks for. Its paper is
 * drawn once and kept.
 */
export async function signInstrument(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed & { today: PlainDate },
  { instrumentId, revision }: Pick<Instrument, 'instrumentId' | 'revision'>,
  words: InstrumentPaperWords & { signer: string },
): Promise<void> {
  const { today: on, ...signing } = deed
  const { administrationId, accountId: by } = signing
  await inTransaction(db, async (tx) => {
    const isOpen = await lockDraft(tx, { administrationId, instrumentId }, revision)
    if (!isOpen) throw new Invalid([{ field: 'sign', code: 'changed_meanwhile' }])
    const instrument = await getInstrument(tx, { administrationId, instrumentId })
    const rows = await listRows(tx, administrationId, [instrumentId])
    if (rows.length === 0 || rows.some(({ cells }) => lacksOf(instrument.kind, cells).length > 0)) {
      throw new Invalid([{ field: 'sign', code: 'lacking' }])
    }
    const signed = { ...instrument, signedOn: on }
    const paper = await drawInstrument(signed, rows, words)
    const sha256 = createHash('sha256').update(paper).digest()
    await updateSigned(tx, instrument, { on, by, paper, sha256 })
    const { kind, version } = instrument
    const details = { instrumentId, kind, version, hash: sha256.toString('hex') }
    await recordChange(tx, { ...signing, action: 'instrument_signed', details })
  })
}

import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Instrument, Whose } from '../instrument.ts'
import { insertInstrument, listInstruments } from '../instrument-store.ts'
import type { Kind } from '../kinds.ts'
import { insertRows, listRows } from '../row-store.ts'

type Beginner = StaffDeed & { today: PlainDate }

/** The first version, empty; where somebody began it meanwhile, theirs. */
export async function beginInstrument(
  { db }: Pick<System, 'db'>,
  deed: Beginner,
  asked: Whose & { kind: Kind },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const [newest] = await listInstruments(tx, asked)
    if (newest) return newest.instrumentId
    const begun = await insertVersion(tx, deed, { ...asked, version: 1 })
    if (begun !== null) return begun
    const [theirs] = await listInstruments(tx, asked)
    if (!theirs) throw new WrongState()
    return theirs.instrumentId
  })
}

/** The next version of what was signed, with its rows, to be changed and signed again. */
export async function beginNextVersion(
  { db }: Pick<System, 'db'>,
  deed: Beginner,
  signed: Instrument,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const [newest] = await listInstruments(tx, signed)
    if (newest?.instrumentId !== signed.instrumentId || signed.state !== 'signed') {
      throw new WrongState()
    }
    const next = await insertVersion(tx, deed, { ...signed, version: signed.version + 1 })
    if (next === null) throw new WrongState()
    const rows = await listRows(tx, deed.administrationId, [signed.instrumentId])
    const copies = rows.map((row) => ({ ...row, rowId: randomUUID(), instrumentId: next }))
    const { administrationId, at, accountId: by } = deed
    await insertRows(tx, copies, { administrationId, at, by })
    return next
  })
}

async function insertVersion(
  tx: Tx,
  { today, ...deed }: Beginner,
  { centreId, serviceId, year, kind, version }: Whose & { kind: Kind; version: number },
): Promise<string | null> {
  const { administrationId, accountId } = deed
  const instrumentId = randomUUID()
  const isNew = await insertInstrument(tx, {
    ...{ administrationId, instrumentId, centreId, serviceId, year, kind, version },
    ...{ begunOn: today, begunBy: accountId },
  })
  if (!isNew) return null
  const details = { instrumentId, kind, version }
  await recordChange(tx, { ...deed, action: 'instrument_begun', details })
  return instrumentId
}

import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Instrument, Whose } from './instrument.ts'
import type { Kind } from './kinds.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    quality_instruments: {
      administration_id: string
      instrument_id: string
      centre_id: string | null
      service_id: string | null
      year: number
      kind: Kind
      version: number
      state: Instrument['state']
      revision: number
      begun_on: PlainDate
      begun_by: string
      signed_on: PlainDate | null
      signed_by: string | null
      paper: Buffer | null
      sha256: Buffer | null
    }
  }
}

const INSTRUMENT = [
  'administration_id as administrationId',
  'instrument_id as instrumentId',
  'centre_id as centreId',
  'service_id as serviceId',
  'year',
  'kind',
  'version',
  'state',
  'revision',
  'begun_on as begunOn',
  'signed_on as signedOn',
  'signed_by as signedBy',
  sql<string | null>`encode(sha256, 'hex')`.as('sha256'),
] as const

type Ref = Pick<Instrument, 'administrationId' | 'instrumentId'>

export interface InstrumentsAsked {
  administrationId: string
  year?: number
  kind?: Kind
  /** Null: those of all centres together. */
  centreId?: string | null
  serviceId?: string | null
}

/** In the order of their versions, the newest first. */
export async function listInstruments(
  db: Db,
  { administrationId, year, kind, centreId, serviceId }: InstrumentsAsked,
): Promise<Instrument[]> {
  let query = db
    .selectFrom('quality_instruments')
    .select(INSTRUMENT)
    .where('administration_id', '=', administrationId)
  if (year !== undefined) query = query.where('year', '=', year)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (centreId !== undefined) query = query.where('centre_id', 'is not distinct from', centreId)
  if (serviceId !== undefined) query = query.where('service_id', 'is not distinct from', serviceId)
  return query.orderBy('version', 'desc').orderBy('instrument_id').execute()
}

export async function getInstrument(
  db: Db,
  { administrationId, instrumentId }: Ref,
): Promise<Instrument> {
  const found = await db
    .selectFrom('quality_instruments')
    .select(INSTRUMENT)
    .where('administration_id', '=', administrationId)
    .where('instrument_id', '=', instrumentId)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

export interface NewInstrument extends Whose {
  instrumentId: string
  kind: Kind
  version: number
  begunOn: PlainDate
  begunBy: string
}

/** False: that version, or another draft of it, is there already. */
export async function insertInstrument(tx: Tx, one: NewInstrument): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('quality_instruments')
    .values({
      administration_id: one.administrationId,
      instrument_id: one.instrumentId,
      centre_id: one.centreId,
      service_id: one.serviceId,
      year: one.year,
      kind: one.kind,
      version: one.version,
      state: 'draft',
      revision: 1,
      begun_on: one.begunOn,
      begun_by: one.begunBy,
      signed_on: null,
      signed_by: null,
      paper: null,
      sha256: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** From here to the end of the transaction nobody else changes or signs it. False: it is signed, or another by now. */
export async function lockDraft(
  tx: Tx,
  { administrationId, instrumentId }: Ref,
  revision?: number,
): Promise<boolean> {
  let query = tx
    .selectFrom('quality_instruments')
    .select('revision')
    .where('administration_id', '=', administrationId)
    .where('instrument_id', '=', instrumentId)
    .where('state', '=', 'draft')
  if (revision !== undefined) query = query.where('revision', '=', revision)
  return (await query.forUpdate().executeTakeFirst()) !== undefined
}

/** Within the transaction that locked it. */
export async function updateRevision(
  tx: Tx,
  { administrationId, instrumentId }: Ref,
): Promise<void> {
  await tx
    .updateTable('quality_instruments')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('administration_id', '=', administrationId)
    .where('instrument_id', '=', instrumentId)
    .executeTakeFirstOrThrow()
}

/** Within the transaction that locked it. */
export async function updateSigned(
  tx: Tx,
  { administrationId, instrumentId }: Ref,
  { on, by, paper, sha256 }: { on: PlainDate; by: string; paper: Buffer; sha256: Buffer },
): Promise<void> {
  await tx
    .updateTable('quality_instruments')
    .set({ state: 'signed', signed_on: on, signed_by: by, paper, sha256 })
    .where('administration_id', '=', administrationId)
    .where('instrument_id', '=', instrumentId)
    .executeTakeFirstOrThrow()
}

/** The paper that was signed; null while it is a draft. */
export async function findPaper(
  db: Db,
  { administrationId, instrumentId }: Ref,
): Promise<Buffer | null> {
  const found = await db
    .selectFrom('quality_instruments')
    .select('paper')
    .where('administration_id', '=', administrationId)
    .where('instrument_id', '=', instrumentId)
    .executeTakeFirst()
  return found?.paper ?? null
}

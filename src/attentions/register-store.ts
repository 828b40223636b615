import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { AttentionChannel } from './attention.ts'
import type { Period } from './count-store.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    attention_settings: {
      administration_id: string
      keeps_register: boolean
      changed_at: Date
      changed_by: string
    }
    attention_register: {
      administration_id: string
      entry_id: string
      centre_id: string
      service_id: string
      day: PlainDate
      channel: AttentionChannel
      minutes: number | null
      waited: number | null
      resources: string
      name: string
      contact: string
      erased_on: PlainDate | null
      recorded_by: string
    }
  }
}

export interface RegisterEntry {
  entryId: string
  centreId: string
  serviceId: string
  day: PlainDate
  channel: AttentionChannel
  /** Before being attended; null: nobody took the time. */
  waited: number | null
  minutes: number | null
  resources: string
  name: string
  contact: string
  erasedOn: PlainDate | null
}

export async function findKeepsRegister(db: Db, administrationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('attention_settings')
    .select('keeps_register')
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  return row?.keeps_register ?? false
}

export async function upsertKeepsRegister(
  tx: Tx,
  administrationId: string,
  keepsRegister: boolean,
  changed: { at: Date; by: string },
): Promise<void> {
  const values = {
    keeps_register: keepsRegister,
    changed_at: changed.at,
    changed_by: changed.by,
  }
  await tx
    .insertInto('attention_settings')
    .values({ administration_id: administrationId, ...values })
    .onConflict((conflict) => conflict.column('administration_id').doUpdateSet(values))
    .execute()
}

export async function insertEntry(
  tx: Tx,
  administrationId: string,
  entry: Omit<RegisterEntry, 'erasedOn'>,
  recordedBy: string,
): Promise<void> {
  await tx
    .insertInto('attention_register')
    .values({
      administration_id: administrationId,
      entry_id: entry.entryId,
      centre_id: entry.centreId,
      service_id: entry.serviceId,
      day: entry.day,
      channel: entry.channel,
      waited: entry.waited,
      minutes: entry.minutes,
      resources: entry.resources,
      name: entry.name,
      contact: entry.contact,
      erased_on: null,
      recorded_by: recordedBy,
    })
    .execute()
}

/** Of one centre on one day. */
export async function listEntries(
  db: Db,
  administrationId: string,
  { centreId, day }: { centreId: string; day: PlainDate },
): Promise<RegisterEntry[]> {
  const rows = await db
    .selectFrom('attention_register')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('day', '=', day)
    .where('centre_id', '=', centreId)
    .orderBy('name')
    .orderBy('entry_id')
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id,
    centreId: row.centre_id,
    serviceId: row.service_id,
    day: row.day,
    channel: row.channel,
    waited: row.waited,
    minutes: row.minutes,
    resources: row.resources,
    name: row.name,
    contact: row.contact,
    erasedOn: row.erased_on,
  }))
}

/** Takes away whom it names; that somebody was attended stays. False: there was nothing to erase. */
export async function erasePerson(
  tx: Tx,
  administrationId: string,
  entryId: string,
  erasedOn: PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('attention_register')
    .set({ name: '', contact: '', erased_on: erasedOn })
    .where('administration_id', '=', administrationId)
    .where('entry_id', '=', entryId)
    .where('erased_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface ServiceTime {
  serviceId: string
  entries: number
  minutes: number
}

/** How long each service took, where the register says it. */
export async function listServiceTimes(
  db: Db,
  administrationId: string,
  { from, until }: { from: PlainDate; until: PlainDate },
): Promise<ServiceTime[]> {
  const rows = await db
    .selectFrom('attention_register')
    .select('service_id')
    .select(({ fn }) => [
      fn.count<number>('minutes').as('entries'),
      fn.sum<number | null>('minutes').as('minutes'),
    ])
    .where('administration_id', '=', administrationId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .where('minutes', 'is not', null)
    .groupBy('service_id')
    .execute()
  return rows.map((row) => ({
    serviceId: row.service_id,
    entries: row.entries,
    minutes: Number(row.minutes ?? 0),
  }))
}

/** How many people by how many minutes, where the register says it. */
export interface MinutesCount {
  of: 'waited' | 'attended'
  serviceId: string
  channel: AttentionChannel
  minutes: number
  people: number
}

/** How long people waited and how long they were attended, on the days of a period. */
export async function countMinutes(
  db: Db,
  { administrationId, from, until, centreIds = [] }: Period,
): Promise<MinutesCount[]> {
  const inCentres = centreIds.length === 0 ? sql`` : sql`and centre_id = any(${centreIds})`
  const { rows } = await sql<MinutesCount>`
    select told.of, service_id as "serviceId", channel, told.minutes, count(*)::int as people
    from attention_register, lateral (values ('waited', waited), ('attended', minutes)) told (of, minutes)
    where administration_id = ${administrationId} and day between ${from} and ${until}
      and told.minutes is not null ${inCentres}
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { toMail, type Mail, type MailFile, type MailId, type MailState } from './mail-table.ts'

export type NewMail = Omit<Mail, 'settledAt' | 'reason' | 'caseNumber'> & {
  key: Buffer
  raw: Buffer | null
  storedAt: Date
}

const COLUMNS = [
  'administration_id',
  'mail_id',
  'sort',
  'state',
  'received_at',
  'stored_at',
  'sender_name',
  'sender_address',
  'subject',
  'body',
  'answers_case',
  'files',
  'unpacked_at',
  'settled_at',
  'settled_by',
  'reason',
  'case_number',
] as const

/** False when the same message is here already. */
export async function insertMail(tx: Tx, mail: NewMail): Promise<boolean> {
  const row = await tx
    .insertInto('incoming_mail')
    .values({
      administration_id: mail.administrationId,
      mail_id: mail.mailId,
      mail_key: mail.key,
      sort: mail.sort,
      state: mail.state,
      received_at: mail.receivedAt,
      stored_at: mail.storedAt,
      sender_name: mail.senderName,
      sender_address: mail.senderAddress,
      subject: mail.subject,
      body: mail.text,
      answers_case: mail.answersCase,
      files: JSON.stringify(mail.files),
      raw: mail.raw,
      unpacked_at: null,
      settled_at: mail.state === 'waiting' ? null : mail.storedAt,
      settled_by: null,
      reason: null,
      case_number: null,
    })
    .onConflict((conflict) => conflict.columns(['administration_id', 'mail_key']).doNothing())
    .returning('mail_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findMail(db: Db, { administrationId, mailId }: MailId): Promise<Mail | null> {
  const row = await db
    .selectFrom('incoming_mail')
    .select(COLUMNS)
    .where('administration_id', '=', administrationId)
    .where('mail_id', '=', mailId)
    .executeTakeFirst()
  return row ? toMail(row) : null
}

/** The oldest of those that wait first; of the others the newest. */
export async function listMail(
  db: Db,
  administrationId: string,
  state: MailState,
  limit: number,
): Promise<Mail[]> {
  const rows = await db
    .selectFrom('incoming_mail')
    .select(COLUMNS)
    .where('administration_id', '=', administrationId)
    .where('state', '=', state)
    .where('sort', '!=', 'bounce')
    .orderBy('received_at', state === 'waiting' ? 'asc' : 'desc')
    .orderBy('mail_id')
    .limit(limit)
    .execute()
  return rows.map(toMail)
}

/** Settles a message that somebody has not settled meanwhile; false when they had. */
export async function updateMailState(
  tx: Tx,
  { administrationId, mailId }: MailId,
  from: readonly MailState[],
  to: { state: MailState; by: string; at: Date; reason?: string; caseNumber?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('incoming_mail')
    .set({
      state: to.state,
      settled_at: to.state === 'waiting' ? null : to.at,
      settled_by: to.by,
      reason: to.reason ?? null,
      case_number: to.caseNumber ?? null,
    })
    .where('administration_id', '=', administrationId)
    .where('mail_id', '=', mailId)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the message for whoever unpacks its files, for a short while; null when they are fresh. */
export async function updateUnpacking(
  db: Db,
  { administrationId, mailId }: MailId,
  { before, until }: { before: Date; until: Date },
): Promise<Buffer | null> {
  const row = await db
    .updateTable('incoming_mail')
    .set({ unpacked_at: until })
    .where('administration_id', '=', administrationId)
    .where('mail_id', '=', mailId)
    .where((row) => row.or([row('unpacked_at', 'is', null), row('unpacked_at', '<', before)]))
    .returning('raw')
    .executeTakeFirst()
  return row?.raw ?? null
}

export async function updateFiles(
  db: Db,
  { administrationId, mailId }: MailId,
  files: readonly MailFile[],
  now: Date,
): Promise<void> {
  await db
    .updateTable('incoming_mail')
    .set({ files: JSON.stringify(files), unpacked_at: now })
    .where('administration_id', '=', administrationId)
    .where('mail_id', '=', mailId)
    .execute()
}

/** Messages that became part of a case and whose words are still here. */
export async function listKeptOfCases(
  db: Db,
): Promise<{ administrationId: string; mailId: string; caseNumber: string }[]> {
  const rows = await db
    .selectFrom('incoming_mail')
    .select([
      'administration_id as administrationId',
      'mail_id as mailId',
      'case_number as caseNumber',
    ])
    .where('case_number', 'is not', null)
    .where('raw', 'is not', null)
    .execute()
  return rows.flatMap(({ caseNumber, ...row }) =>
    caseNumber === null ? [] : { ...row, caseNumber },
  )
}

/** What was settled long enough ago keeps its key, so that it is not taken for new, and nothing else. */
export async function updateCleared(db: Db, before: Date): Promise<void> {
  await db
    .updateTable('incoming_mail')
    .set(CLEARED)
    .where('settled_at', '<', before)
    .where('raw', 'is not', null)
    .execute()
}

export async function updateClearedOf(
  db: Db,
  administrationId: string,
  mailIds: readonly string[],
): Promise<void> {
  await db
    .updateTable('incoming_mail')
    .set(CLEARED)
    .where('administration_id', '=', administrationId)
    .where('mail_id', 'in', [...mailIds])
    .execute()
}

const CLEARED = {
  raw: null,
  sender_name: null,
  sender_address: null,
  subject: null,
  body: null,
  files: sql`'[]'::jsonb`,
}

import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Attachment } from './attachment.ts'
import type { ScanState } from './attachment-rules.ts'
import { toAttachment } from './attachment-table.ts'

export interface OfDraft {
  administrationId: string
  draftId: string
}

export async function insertAttachment(
  db: Db,
  attachment: Attachment,
  more: { draftId: string | null; salt: Buffer; scannedAt: Date | null },
): Promise<void> {
  await db
    .insertInto('attachments')
    .values({
      administration_id: attachment.administrationId,
      attachment_id: attachment.attachmentId,
      case_id: null,
      draft_id: more.draftId,
      uploaded_at: attachment.uploadedAt,
      claimed_at: null,
      original_name: attachment.name,
      media_type: attachment.mediaType,
      byte_size: attachment.bytes,
      sha256: Buffer.from(attachment.sha256, 'hex'),
      salt: more.salt,
      commitment: Buffer.from(attachment.commitment, 'hex'),
      storage_name: attachment.storageName,
      image_width: attachment.image?.width ?? null,
      image_height: attachment.image?.height ?? null,
      scan_state: attachment.scanState,
      scanned_at: more.scannedAt,
      scan_finding: null,
      removed_at: null,
    })
    .execute()
}

/** Gives to a case those that wait for one, and returns them; fewer when some do not. */
export async function updateClaimed(
  tx: Tx,
  claim: {
    administrationId: string
    ids: readonly string[]
    draftId: string | null
    caseId: string
    uploadedAfter: Date
    now: Date
  },
): Promise<Attachment[]> {
  const rows = await tx
    .updateTable('attachments')
    .set({ case_id: claim.caseId, claimed_at: claim.now })
    .where('administration_id', '=', claim.administrationId)
    .where('attachment_id', 'in', claim.ids)
    .where('claimed_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('uploaded_at', '>', claim.uploadedAfter)
    .where(sql<boolean>`draft_id is not distinct from ${claim.draftId}::uuid`)
    .returningAll()
    .execute()
  return rows.map(toAttachment)
}

/** Whatever was not taken back. */
function attachments(db: Db) {
  return db.selectFrom('attachments').selectAll().where('removed_at', 'is', null)
}

export async function findAttachment(
  db: Db,
  { administrationId, attachmentId }: { administrationId: string; attachmentId: string },
): Promise<Attachment | null> {
  const row = await attachments(db)
    .where('administration_id', '=', administrationId)
    .where('attachment_id', '=', attachmentId)
    .executeTakeFirst()
  return row ? toAttachment(row) : null
}

export async function listAttachments(
  db: Db,
  { administrationId, caseId }: { administrationId: string; caseId: string },
): Promise<Attachment[]> {
  const rows = await attachments(db)
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .orderBy('claimed_at')
    .orderBy('uploaded_at')
    // what came in one moment stands in the order of its names
    .orderBy('original_name')
    .orderBy('attachment_id')
    .execute()
  return rows.map(toAttachment)
}

export async function listDraftAttachments(
  db: Db,
  { administrationId, draftId }: OfDraft,
): Promise<Attachment[]> {
  const rows = await attachments(db)
    .where('administration_id', '=', administrationId)
    .where('draft_id', '=', draftId)
    .where('claimed_at', 'is', null)
    .orderBy('uploaded_at')
    .orderBy('original_name')
    .orderBy('attachment_id')
    .execute()
  return rows.map(toAttachment)
}

export async function sumUnclaimedBytes(db: Db): Promise<number> {
  const { bytes } = await db
    .selectFrom('attachments')
    .select((row) => row.fn.sum<string | null>('byte_size').as('bytes'))
    .where('claimed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(bytes ?? 0)
}

/** Marks one of a draft as gone, so that nobody claims it while its file is taken away. */
export async function updateRemoved(
  db: Db,
  removal: OfDraft & { attachmentId: string; now: Date },
): Promise<Attachment | null> {
  const row = await db
    .updateTable('attachments')
    .set({ removed_at: removal.now })
    .where('administration_id', '=', removal.administrationId)
    .where('attachment_id', '=', removal.attachmentId)
    .where('draft_id', '=', removal.draftId)
    .where('claimed_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row ? toAttachment(row) : null
}

export async function listUnclaimed(db: Db, uploadedBefore: Date, limit: number) {
  const rows = await db
    .selectFrom('attachments')
    .selectAll()
    .where('claimed_at', 'is', null)
    .where('uploaded_at', '<=', uploadedBefore)
    .orderBy('uploaded_at')
    .limit(limit)
    .execute()
  return rows.map(toAttachment)
}

/** Marks those of a case as gone and forgets what they were; their bytes are taken away afterwards. */
export async function updateErased(
  tx: Tx,
  { administrationId, caseId }: { administrationId: string; caseId: string },
  now: Date,
): Promise<void> {
  await tx
    .updateTable('attachments')
    .set({
      removed_at: now,
      original_name: '-',
      sha256: Buffer.alloc(32),
      salt: Buffer.alloc(0),
    })
    .where('administration_id', '=', administrationId)
    .where('case_id', '=', caseId)
    .where('removed_at', 'is', null)
    .execute()
}

export async function listErased(db: Db, limit: number): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('attachments')
    .selectAll()
    .where('case_id', 'is not', null)
    .where('removed_at', 'is not', null)
    .limit(limit)
    .execute()
  return rows.map(toAttachment)
}

export async function deleteErased(db: Db, attachment: Attachment): Promise<void> {
  await db
    .deleteFrom('attachments')
    .where('administration_id', '=', attachment.administrationId)
    .where('attachment_id', '=', attachment.attachmentId)
    .where('removed_at', 'is not', null)
    .execute()
}

export async function deleteUnclaimed(db: Db, attachment: Attachment): Promise<void> {
  await db
    .deleteFrom('attachments')
    .where('administration_id', '=', attachment.administrationId)
    .where('attachment_id', '=', attachment.attachmentId)
    .where('claimed_at', 'is', null)
    .execute()
}

/** Those asked about longest ago come first, so that none stands in the way of the others. */
export async function listWaitingForScan(db: Db, limit: number): Promise<Attachment[]> {
  const rows = await attachments(db)
    .where('scan_state', '=', 'waiting')
    .orderBy(sql`scanned_at nulls first`)
    .orderBy('uploaded_at')
    .limit(limit)
    .execute()
  return rows.map(toAttachment)
}

export async function updateScanned(
  db: Db,
  attachment: Attachment,
  scan: { state: ScanState; finding: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable('attachments')
    .set({ scan_state: scan.state, scan_finding: scan.finding, scanned_at: scan.now })
    .where('administration_id', '=', attachment.administrationId)
    .where('attachment_id', '=', attachment.attachmentId)
    .execute()
}

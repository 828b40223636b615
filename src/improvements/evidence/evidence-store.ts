import { sql, type Selectable } from 'kysely'
import type { StoredFile } from '../../attachments/index.ts'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Evidence, EvidenceAbout, EvidenceSubject } from './evidence.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_evidence: EvidenceTable
  }
}

interface EvidenceTable {
  administration_id: string
  evidence_id: string
  centre_id: string | null
  about_kind: EvidenceAbout
  about_id: string
  file_name: string
  media_type: string
  byte_size: number
  sha256: Buffer
  storage_name: string
  image_width: number | null
  image_height: number | null
  scan_state: StoredFile['scanState']
  caption: string
  spot: string
  taken_on: PlainDate | null
  file_date: PlainDate | null
  place_marks: Buffer[]
  is_public: boolean
  added_at: Date
  added_by: string
  held_at: Date | null
  removed_at: Date | null
  removed_by: string | null
  removed_reason: string | null
}

/** With what only this room needs to know. */
export interface StoredEvidence extends Evidence {
  sha256: string
  storageName: string
  scanState: StoredFile['scanState']
  placeMarks: readonly Buffer[]
}

export async function insertEvidence(
  tx: Tx,
  evidence: Omit<StoredEvidence, 'isHeld'>,
): Promise<void> {
  await tx
    .insertInto('improvement_evidence')
    .values({
      administration_id: evidence.administrationId,
      evidence_id: evidence.evidenceId,
      centre_id: evidence.centreId,
      about_kind: evidence.about.kind,
      about_id: evidence.about.id,
      file_name: evidence.fileName,
      media_type: evidence.type,
      byte_size: evidence.bytes,
      sha256: Buffer.from(evidence.sha256, 'hex'),
      storage_name: evidence.storageName,
      image_width: evidence.image?.width ?? null,
      image_height: evidence.image?.height ?? null,
      scan_state: evidence.scanState,
      caption: evidence.caption,
      spot: evidence.spot,
      taken_on: evidence.takenOn,
      file_date: evidence.fileDate,
      place_marks: sql<Buffer[]>`${evidence.placeMarks}::bytea[]`,
      is_public: evidence.isPublic,
      added_at: evidence.addedAt,
      added_by: evidence.addedBy,
      held_at: null,
      removed_at: null,
      removed_by: null,
      removed_reason: null,
    })
    .execute()
}

/** What was not removed. */
function evidence(db: Db, administrationId: string) {
  return db
    .selectFrom('improvement_evidence')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('removed_at', 'is', null)
}

/** Whether it was ever added, also when it was removed since. */
export async function isEvidenceKnown(
  db: Db,
  administrationId: string,
  evidenceId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('improvement_evidence')
    .select('evidence_id')
    .where('administration_id', '=', administrationId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
  return row !== undefined
}

export async function getEvidence(
  db: Db,
  administrationId: string,
  evidenceId: string,
): Promise<StoredEvidence> {
  const row = await evidence(db, administrationId)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toEvidence(row)
}

/** What is about one thing, in the order of its days. */
export async function listEvidence(
  db: Db,
  administrationId: string,
  { kind, id }: EvidenceSubject,
): Promise<Evidence[]> {
  return listEvidenceOf(db, administrationId, kind, [id])
}

/** What is about several things of one kind, in one question. */
export async function listEvidenceOf(
  db: Db,
  administrationId: string,
  kind: EvidenceAbout,
  ids: readonly string[],
): Promise<StoredEvidence[]> {
  if (ids.length === 0) return []
  const rows = await evidence(db, administrationId)
    .where('about_kind', '=', kind)
    .where('about_id', 'in', ids)
    .orderBy('about_id')
    .orderBy('taken_on')
    .orderBy('added_at')
    .orderBy('evidence_id')
    .execute()
  return rows.map(toEvidence)
}

export async function listEvidenceById(
  db: Db,
  administrationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredEvidence>> {
  if (ids.length === 0) return new Map()
  const rows = await evidence(db, administrationId).where('evidence_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.evidence_id, toEvidence(row)]))
}

/** Whether it was there and might go. */
export async function updateRemoved(
  tx: Tx,
  administrationId: string,
  evidenceId: string,
  removed: { at: Date; by: string; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('improvement_evidence')
    .set({ removed_at: removed.at, removed_by: removed.by, removed_reason: removed.reason })
    .where('administration_id', '=', administrationId)
    .where('evidence_id', '=', evidenceId)
    .where('removed_at', 'is', null)
    .where('held_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function updateHeld(
  tx: Tx,
  administrationId: string,
  { kind, id }: EvidenceSubject,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('improvement_evidence')
    .set({ held_at: at })
    .where('administration_id', '=', administrationId)
    .where('about_kind', '=', kind)
    .where('about_id', '=', id)
    .where('removed_at', 'is', null)
    .where('held_at', 'is', null)
    .execute()
}

export async function updateScanState(
  db: Db,
  { administrationId, evidenceId }: StoredEvidence,
  state: StoredFile['scanState'],
): Promise<void> {
  await db
    .updateTable('improvement_evidence')
    .set({ scan_state: state })
    .where('administration_id', '=', administrationId)
    .where('evidence_id', '=', evidenceId)
    .where('removed_at', 'is', null)
    .execute()
}

function toEvidence(row: Selectable<EvidenceTable>): StoredEvidence {
  const { image_width: width, image_height: height } = row
  return {
    administrationId: row.administration_id,
    evidenceId: row.evidence_id,
    centreId: row.centre_id,
    about: { kind: row.about_kind, id: row.about_id },
    fileName: row.file_name,
    type: row.media_type,
    bytes: row.byte_size,
    image: width !== null && height !== null ? { width, height } : null,
    caption: row.caption,
    spot: row.spot,
    takenOn: row.taken_on,
    fileDate: row.file_date,
    isPublic: row.is_public,
    isHeld: row.held_at !== null,
    addedBy: row.added_by,
    addedAt: row.added_at,
    sha256: row.sha256.toString('hex'),
    storageName: row.storage_name,
    scanState: row.scan_state,
    placeMarks: row.place_marks,
  }
}

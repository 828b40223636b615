import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { canonicalJson } from '../../ledger/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Edition, Report } from './report.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    period_report_files: {
      administration_id: string
      report_id: string
      name: string
      edition: Edition
      media_type: string
      bytes: Buffer
      sha256: Buffer
    }
  }
}

export interface ReportFile {
  name: string
  edition: Edition
  mediaType: string
  bytes: Buffer
}

type Ref = Pick<Report, 'administrationId' | 'reportId'>

export async function insertFiles(
  tx: Tx,
  { administrationId, reportId }: Ref,
  files: readonly ReportFile[],
): Promise<void> {
  await tx
    .insertInto('period_report_files')
    .values(
      files.map(({ name, edition, mediaType, bytes }) => ({
        administration_id: administrationId,
        report_id: reportId,
        name,
        edition,
        media_type: mediaType,
        bytes,
        sha256: sha256(bytes),
      })),
    )
    .execute()
}

/** A file of these editions; what is only for inside is nowhere for whoever reads in public. */
export async function getFile(
  db: Db,
  { administrationId, reportId }: Ref,
  { name, editions }: { name: string; editions: readonly Edition[] },
): Promise<ReportFile> {
  const row = await db
    .selectFrom('period_report_files')
    .select(['name', 'edition', 'media_type', 'bytes'])
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .where('name', '=', name)
    .where('edition', 'in', [...editions])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { name: row.name, edition: row.edition, mediaType: row.media_type, bytes: row.bytes }
}

export async function listFiles(
  db: Db,
  { administrationId, reportId }: Ref,
): Promise<ReportFile[]> {
  const rows = await db
    .selectFrom('period_report_files')
    .select(['name', 'edition', 'media_type', 'bytes'])
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .orderBy('name')
    .execute()
  return rows.map(({ media_type: mediaType, ...row }) => ({ ...row, mediaType }))
}

export interface FileSeal {
  name: string
  edition: Edition
  /** SHA-256, hexadecimal. */
  sha256: string
  bytes: number
}

/** What each file was when it was signed, by name. */
export async function listSeals(db: Db, { administrationId, reportId }: Ref): Promise<FileSeal[]> {
  const rows = await db
    .selectFrom('period_report_files')
    .select(({ fn }) => ['name', 'edition', 'sha256', fn<number>('length', ['bytes']).as('bytes')])
    .where('administration_id', '=', administrationId)
    .where('report_id', '=', reportId)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, sha256: row.sha256.toString('hex') }))
}

/** One hash for all: of the canonical JSON of names and hashes in the order of the names. */
export function hashOfFiles(files: readonly ReportFile[]): Buffer {
  const list = files
    .map(({ name, bytes }) => ({ name, sha256: sha256(bytes).toString('hex') }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return sha256(Buffer.from(canonicalJson(list)))
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

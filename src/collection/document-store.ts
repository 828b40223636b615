import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import type { DocumentKind, ProgrammeDocument, ValidatedAs, Validation } from './document.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    collection_documents: {
      administration_id: string
      document_id: string
      kind: DocumentKind
      version: number
      parts: Record<string, string>
      file_name: string | null
      file: Buffer | null
      written_at: Date
      written_by: string
    }
    collection_validations: {
      administration_id: string
      document_id: string
      validated_as: ValidatedAs
      account_id: string
      validated_on: PlainDate
    }
  }
}

export async function findLastVersion(
  db: Db,
  administrationId: string,
  kind: DocumentKind,
): Promise<number> {
  const row = await db
    .selectFrom('collection_documents')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('administration_id', '=', administrationId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.version ?? 0
}

export async function insertDocument(
  tx: Tx,
  administrationId: string,
  document: Omit<ProgrammeDocument, 'validations'>,
  file: Buffer | null,
): Promise<void> {
  await tx
    .insertInto('collection_documents')
    .values({
      administration_id: administrationId,
      document_id: document.documentId,
      kind: document.kind,
      version: document.version,
      parts: sql<Record<string, string>>`${JSON.stringify(document.parts)}::jsonb`,
      file_name: document.fileName,
      file,
      written_at: document.writtenAt,
      written_by: document.writtenBy,
    })
    .execute()
}

export async function insertValidation(
  tx: Tx,
  administrationId: string,
  documentId: string,
  validation: Validation,
): Promise<void> {
  await tx
    .insertInto('collection_validations')
    .values({
      administration_id: administrationId,
      document_id: documentId,
      validated_as: validation.as,
      account_id: validation.accountId,
      validated_on: validation.on,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** All versions of all papers, the newest first, each with who validated it. */
export async function listDocuments(
  db: Db,
  administrationId: string,
): Promise<ProgrammeDocument[]> {
  const rows = await db
    .selectFrom('collection_documents')
    .select(['document_id', 'kind', 'version', 'parts', 'file_name', 'written_at', 'written_by'])
    .where('administration_id', '=', administrationId)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute()
  const validations = await db
    .selectFrom('collection_validations')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('validated_on')
    .orderBy('validated_as', 'desc')
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    kind: row.kind,
    version: row.version,
    parts: row.parts,
    fileName: row.file_name,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    validations: validations
      .filter(({ document_id: documentId }) => documentId === row.document_id)
      .map((one) => ({ as: one.validated_as, accountId: one.account_id, on: one.validated_on })),
  }))
}

export async function getDocumentFile(
  db: Db,
  administrationId: string,
  documentId: string,
): Promise<{ name: string; bytes: Buffer }> {
  const row = await db
    .selectFrom('collection_documents')
    .select(['file_name', 'file'])
    .where('administration_id', '=', administrationId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (!row?.file || row.file_name === null) throw new NotFound()
  return { name: row.file_name, bytes: row.file }
}

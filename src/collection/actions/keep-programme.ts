import { randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import type { Staff, StaffDeed } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { Invalid, NotAllowed, NotFound, WrongState } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { insertActivity, updateDone, type Activity } from '../activity-store.ts'
import { validatesAs } from '../collection-policy.ts'
import { isWhole, type DocumentKind, type ValidatedAs } from '../document.ts'
import {
  findLastVersion,
  insertDocument,
  insertValidation,
  listDocuments,
} from '../document-store.ts'

type Ground = Pick<System, 'db'>

export interface NewVersion {
  kind: DocumentKind
  parts: Readonly<Record<string, string>>
  file: { name: string; bytes: Buffer } | null
}

/** Writes the next version of a paper; what was validated before keeps its own validations. */
export async function writeDocument(
  { db }: Ground,
  deed: StaffDeed,
  { kind, parts, file }: NewVersion,
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const documentId = randomUUID()
  await inTransaction(db, async (tx) => {
    const version = (await findLastVersion(tx, administrationId, kind)) + 1
    const written = { documentId, kind, version, parts, writtenAt: at, writtenBy: accountId }
    const document = { ...written, fileName: file?.name ?? null }
    const isEmpty = Object.values(parts).every((part) => part === '') && file === null
    if (isEmpty || (kind !== 'strategy' && !isWhole(document))) {
      throw new Invalid([{ field: Object.keys(parts)[0] ?? 'text', code: 'required' }])
    }
    await insertDocument(tx, administrationId, document, file?.bytes ?? null)
    const details = { documentId, kind, version }
    await recordChange(tx, { ...deed, action: 'collection_document_written', details })
  })
  return documentId
}

/** The head of an office or the evaluator declares the newest version good, with name and day. */
export async function validateDocument(
  { db }: Ground,
  { deed, staff, today }: { deed: StaffDeed; staff: Staff; today: PlainDate },
  documentId: string,
): Promise<void> {
  const { administrationId, accountId } = deed
  await inTransaction(db, async (tx) => {
    const documents = await listDocuments(tx, administrationId)
    const document = documents.find((each) => each.documentId === documentId)
    if (!document) throw new NotFound()
    const isNewest = documents.every(
      ({ kind, version }) => kind !== document.kind || version <= document.version,
    )
    if (!isNewest) throw new WrongState()
    const roles = validatesAs(staff, administrationId, document)
    if (roles.length === 0) throw new NotAllowed()
    for (const as of roles) {
      const validation = { as: as satisfies ValidatedAs, accountId, on: today }
      await insertValidation(tx, administrationId, documentId, validation)
    }
    const details = { documentId, as: roles }
    await recordChange(tx, { ...deed, action: 'collection_document_validated', details })
  })
}

export async function planActivity(
  { db }: Ground,
  deed: StaffDeed,
  planned: Omit<Activity, 'activityId' | 'doneOn' | 'evidence'>,
): Promise<string> {
  if (planned.plannedUntil < planned.plannedFrom) {
    throw new Invalid([{ field: 'plannedUntil', code: 'before_start' }])
  }
  const activityId = randomUUID()
  await inTransaction(db, async (tx) => {
    const activity = { ...planned, activityId, doneOn: null, evidence: '' }
    const made = { at: deed.at, by: deed.accountId }
    await insertActivity(tx, deed.administrationId, activity, made)
    const details = { activityId }
    await recordChange(tx, { ...deed, action: 'collection_activity_planned', details })
  })
  return activityId
}

/** Done, with the place where its proof is. */
export async function finishActivity(
  { db }: Ground,
  deed: StaffDeed,
  { activityId, on, evidence }: { activityId: string; on: PlainDate; evidence: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const isDone = await updateDone(tx, deed.administrationId, activityId, { on, evidence })
    if (!isDone) throw new WrongState()
    const details = { activityId, on }
    await recordChange(tx, { ...deed, action: 'collection_activity_done', details })
  })
}

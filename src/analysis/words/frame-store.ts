import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { CodeText, FirstLevel, Frame, FrameChange, FrameCode } from './frame.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    analysis_frames: {
      administration_id: string
      frame_id: string
      name: string
      version: number
      created_at: Date
      created_by: string
    }
    frame_codes: {
      administration_id: string
      frame_id: string
      code_id: string
      parent_id: string | null
      driver: FirstLevel | null
      position: number
      name: string
      definition: string
      include: string
      exclude: string
      example: string
      added_in: number
      changed_in: number
      retired_in: number | null
    }
    frame_changes: {
      administration_id: string
      frame_id: string
      version: number
      change: FrameChange['change']
      code_id: string | null
      before: CodeText | null
      after: CodeText | null
      reason: string
      changed_at: Date
      changed_by: string
    }
  }
}

const FRAME = [
  'administration_id as administrationId',
  'frame_id as frameId',
  'name',
  'version',
  'created_at as createdAt',
  'created_by as createdBy',
] as const

const CODE = [
  'code_id as codeId',
  'parent_id as parentId',
  'driver',
  'position',
  'name',
  'definition',
  'include',
  'exclude',
  'example',
  'added_in as addedIn',
  'changed_in as changedIn',
  'retired_in as retiredIn',
] as const

export async function listFrames(db: Db, administrationId: string): Promise<Frame[]> {
  return db
    .selectFrom('analysis_frames')
    .select(FRAME)
    .where('administration_id', '=', administrationId)
    .orderBy('created_at', 'desc')
    .execute()
}

export async function getFrame(db: Db, administrationId: string, frameId: string): Promise<Frame> {
  const frame = await db
    .selectFrom('analysis_frames')
    .select(FRAME)
    .where('administration_id', '=', administrationId)
    .where('frame_id', '=', frameId)
    .executeTakeFirst()
  if (!frame) throw new NotFound()
  return frame
}

/** Held until the change is written: two changes never get one version. */
export async function lockFrame(tx: Tx, administrationId: string, frameId: string): Promise<Frame> {
  const frame = await tx
    .selectFrom('analysis_frames')
    .select(FRAME)
    .where('administration_id', '=', administrationId)
    .where('frame_id', '=', frameId)
    .forUpdate()
    .executeTakeFirst()
  if (!frame) throw new NotFound()
  return frame
}

export async function insertFrame(tx: Tx, frame: Frame): Promise<void> {
  await tx
    .insertInto('analysis_frames')
    .values({
      administration_id: frame.administrationId,
      frame_id: frame.frameId,
      name: frame.name,
      version: frame.version,
      created_at: frame.createdAt,
      created_by: frame.createdBy,
    })
    .execute()
}

/** All codes, retired ones too: old codings name them. */
export async function listCodes(
  db: Db,
  administrationId: string,
  frameId: string,
): Promise<FrameCode[]> {
  return db
    .selectFrom('frame_codes')
    .select(CODE)
    .where('administration_id', '=', administrationId)
    .where('frame_id', '=', frameId)
    .orderBy('position')
    .orderBy('code_id')
    .execute()
}

export async function insertCode(
  tx: Tx,
  { administrationId, frameId }: Pick<Frame, 'administrationId' | 'frameId'>,
  code: FrameCode,
): Promise<void> {
  await tx
    .insertInto('frame_codes')
    .values({
      administration_id: administrationId,
      frame_id: frameId,
      code_id: code.codeId,
      parent_id: code.parentId,
      driver: code.driver,
      position: code.position,
      name: code.name,
      definition: code.definition,
      include: code.include,
      exclude: code.exclude,
      example: code.example,
      added_in: code.addedIn,
      changed_in: code.changedIn,
      retired_in: code.retiredIn,
    })
    .execute()
}

export async function updateCode(
  tx: Tx,
  administrationId: string,
  codeId: string,
  change: CodeText & { changedIn: number; retiredIn: number | null },
): Promise<void> {
  await tx
    .updateTable('frame_codes')
    .set({
      name: change.name,
      definition: change.definition,
      include: change.include,
      exclude: change.exclude,
      example: change.example,
      changed_in: change.changedIn,
      retired_in: change.retiredIn,
    })
    .where('administration_id', '=', administrationId)
    .where('code_id', '=', codeId)
    .executeTakeFirstOrThrow()
}

/** Writes what changed as the frame's next version. */
export async function insertChange(
  tx: Tx,
  { administrationId, frameId }: Pick<Frame, 'administrationId' | 'frameId'>,
  change: FrameChange,
): Promise<void> {
  await tx
    .insertInto('frame_changes')
    .values({
      administration_id: administrationId,
      frame_id: frameId,
      version: change.version,
      change: change.change,
      code_id: change.codeId,
      before: asJson(change.before),
      after: asJson(change.after),
      reason: change.reason,
      changed_at: change.changedAt,
      changed_by: change.changedBy,
    })
    .execute()
  await tx
    .updateTable('analysis_frames')
    .set({ version: change.version })
    .where('administration_id', '=', administrationId)
    .where('frame_id', '=', frameId)
    .executeTakeFirstOrThrow()
}

/** Newest first. */
export async function listChanges(
  db: Db,
  administrationId: string,
  frameId: string,
  limit = 100,
): Promise<FrameChange[]> {
  return db
    .selectFrom('frame_changes')
    .select([
      'version',
      'change',
      'code_id as codeId',
      'before',
      'after',
      'reason',
      'changed_at as changedAt',
      'changed_by as changedBy',
    ])
    .where('administration_id', '=', administrationId)
    .where('frame_id', '=', frameId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
}

function asJson(text: CodeText | null) {
  return text === null ? null : sql<CodeText>`${JSON.stringify(text)}::jsonb`
}

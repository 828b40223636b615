import type { Db, Tx } from '../../platform/database/connection.ts'
import type { MaskKind } from './corpus.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    mask_corrections: {
      administration_id: string
      text_id: string
      version: number
      change: MaskCorrection['change']
      kind: MaskKind
      start_at: number
      end_at: number
      corrected_at: Date
      corrected_by: string
    }
  }
}

export interface MaskCorrection {
  version: number
  change: 'masked' | 'unmasked'
  kind: MaskKind
  start: number
  end: number
  at: Date
  by: string
}

export async function insertCorrection(
  tx: Tx,
  administrationId: string,
  textId: string,
  correction: MaskCorrection,
): Promise<void> {
  await tx
    .insertInto('mask_corrections')
    .values({
      administration_id: administrationId,
      text_id: textId,
      version: correction.version,
      change: correction.change,
      kind: correction.kind,
      start_at: correction.start,
      end_at: correction.end,
      corrected_at: correction.at,
      corrected_by: correction.by,
    })
    .execute()
}

export async function listCorrections(
  db: Db,
  administrationId: string,
  textId: string,
): Promise<MaskCorrection[]> {
  return db
    .selectFrom('mask_corrections')
    .select([
      'version',
      'change',
      'kind',
      'start_at as start',
      'end_at as end',
      'corrected_at as at',
      'corrected_by as by',
    ])
    .where('administration_id', '=', administrationId)
    .where('text_id', '=', textId)
    .orderBy('version', 'desc')
    .execute()
}

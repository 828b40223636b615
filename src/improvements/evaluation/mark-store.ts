import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Evaluation, NoteKind, VisitNote } from './evaluation.ts'
import type { Mark, MarkState } from './score.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    evaluation_marks: {
      administration_id: string
      evaluation_id: string
      element_id: string
      state: MarkState
      reason: string
      revision: number
      marked_at: Date
      marked_by: string
    }
    evaluation_notes: {
      administration_id: string
      evaluation_id: string
      note_id: string
      element_id: string | null
      kind: NoteKind
      words: string
      noted_at: Date
      taken_at: Date
      noted_by: string
    }
  }
}

type Ref = Pick<Evaluation, 'administrationId' | 'evaluationId'>

export async function listMarks(db: Db, { administrationId, evaluationId }: Ref): Promise<Mark[]> {
  const rows = await db
    .selectFrom('evaluation_marks')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('element_id')
    .execute()
  return rows.map((row) => ({
    elementId: row.element_id,
    state: row.state,
    reason: row.reason,
    revision: row.revision,
    markedAt: row.marked_at,
    markedBy: row.marked_by,
  }))
}

export async function upsertMark(
  tx: Tx,
  { administrationId, evaluationId }: Ref,
  mark: Omit<Mark, 'revision'>,
): Promise<void> {
  const said = { state: mark.state, reason: mark.reason }
  const made = { marked_at: mark.markedAt, marked_by: mark.markedBy }
  await tx
    .insertInto('evaluation_marks')
    .values({
      administration_id: administrationId,
      evaluation_id: evaluationId,
      element_id: mark.elementId,
      ...said,
      revision: 1,
      ...made,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'evaluation_id', 'element_id']).doUpdateSet({
        ...said,
        ...made,
        revision: sql<number>`evaluation_marks.revision + 1`,
      }),
    )
    .execute()
}

export async function insertNote(
  tx: Tx,
  { administrationId, evaluationId }: Ref,
  note: VisitNote & { takenAt: Date },
): Promise<void> {
  await tx
    .insertInto('evaluation_notes')
    .values({
      administration_id: administrationId,
      evaluation_id: evaluationId,
      note_id: note.noteId,
      element_id: note.elementId,
      kind: note.kind,
      words: note.words,
      noted_at: note.notedAt,
      taken_at: note.takenAt,
      noted_by: note.notedBy,
    })
    .execute()
}

export async function listNotes(
  db: Db,
  { administrationId, evaluationId }: Ref,
): Promise<VisitNote[]> {
  const rows = await db
    .selectFrom('evaluation_notes')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('evaluation_id', '=', evaluationId)
    .orderBy('noted_at')
    .orderBy('note_id')
    .execute()
  return rows.map((row) => ({
    noteId: row.note_id,
    elementId: row.element_id,
    kind: row.kind,
    words: row.words,
    notedAt: row.noted_at,
    notedBy: row.noted_by,
  }))
}

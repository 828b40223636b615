import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Practice, PracticeKind, Tests } from './practice.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    good_practices: PracticeTable
  }
}

interface PracticeTable {
  administration_id: string
  practice_id: string
  version: number
  centre_id: string | null
  kind: PracticeKind
  name: string
  problem: string
  initiative: string
  original_id: string | null
  adaptation: string
  draft: string
  figures: string
  voices: string
  benefit: string
  tests: Tests
  written_on: PlainDate
  written_by: string
}

/** Whether nobody had written that version before. */
export async function insertPractice(tx: Tx, practice: Practice): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('good_practices')
    .values({
      administration_id: practice.administrationId,
      practice_id: practice.practiceId,
      version: practice.version,
      centre_id: practice.centreId,
      kind: practice.kind,
      name: practice.name,
      problem: practice.problem,
      initiative: practice.initiative,
      original_id: practice.originalId,
      adaptation: practice.adaptation,
      draft: practice.draft,
      figures: practice.figures,
      voices: practice.voices,
      benefit: practice.benefit,
      tests: sql<Tests>`${JSON.stringify(practice.tests)}::jsonb`,
      written_on: practice.writtenOn,
      written_by: practice.writtenBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Every version, the newest first. */
export async function listVersions(
  db: Db,
  administrationId: string,
  practiceId: string,
): Promise<[Practice, ...Practice[]]> {
  const rows = await db
    .selectFrom('good_practices')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('practice_id', '=', practiceId)
    .orderBy('version', 'desc')
    .execute()
  const [newest, ...earlier] = rows.map(toPractice)
  if (!newest) throw new NotFound()
  return [newest, ...earlier]
}

/** Of a centre and of all of them together, each as it stood on a day. */
export async function listPractices(
  db: Db,
  administrationId: string,
  { centreId, until }: { centreId: string | null; until: PlainDate },
): Promise<Practice[]> {
  let query = db
    .selectFrom('good_practices')
    .selectAll()
    .distinctOn('practice_id')
    .where('administration_id', '=', administrationId)
    .where('written_on', '<=', until)
    .orderBy('practice_id')
    .orderBy('version', 'desc')
  if (centreId !== null) {
    query = query.where((is) =>
      is.or([is('centre_id', '=', centreId), is('centre_id', 'is', null)]),
    )
  }
  return (await query.execute()).map(toPractice)
}

function toPractice(row: Selectable<PracticeTable>): Practice {
  return {
    administrationId: row.administration_id,
    practiceId: row.practice_id,
    version: row.version,
    centreId: row.centre_id,
    kind: row.kind,
    name: row.name,
    problem: row.problem,
    initiative: row.initiative,
    originalId: row.original_id,
    adaptation: row.adaptation,
    draft: row.draft,
    figures: row.figures,
    voices: row.voices,
    benefit: row.benefit,
    tests: row.tests,
    writtenOn: row.written_on,
    writtenBy: row.written_by,
  }
}

import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { activitiesOf, getProcess, listVersions, type Step } from '../../processes/index.ts'
import { insertRow, listRows } from '../gap-row-store.ts'
import { insertGap, listGaps, type GapPeriod } from '../gap-store.ts'
import type { GapRow } from '../gap.ts'

/**
 * An analysis of the newest validated version of a process: all its activities as rows by themselves (AB-01), with
 * what the analysis before said of the same activities.
 */
export async function beginAnalysis(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  { processId, ...period }: GapPeriod & { processId: string },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const gapId = randomUUID()
  checkPeriod(period)
  await inTransaction(db, async (tx) => {
    const process = await getProcess(tx, administrationId, processId)
    const versions = await listVersions(tx, administrationId, [processId])
    const version = versions.find(({ validatedOn }) => validatedOn !== null)
    const before = (await listGaps(tx, { administrationId, processId }))[0]
    if (!version || before?.state === 'draft') throw new WrongState()
    const { centreId, serviceId } = process
    await insertGap(tx, {
      ...{ administrationId, gapId, processId, centreId, serviceId, ...period },
      processVersion: version.version,
      version: (before?.version ?? 0) + 1,
      writtenAt: at,
      writtenBy: accountId,
    })
    const known = before ? await listRows(tx, administrationId, [before.gapId]) : []
    const rows = activitiesOf(version.steps).flatMap((step, index) =>
      rowsFor(step, index + 1, known),
    )
    for (const row of rows) {
      await insertRow(
        tx,
        { ...row, gapId, rowId: randomUUID() },
        { administrationId, at, by: accountId },
      )
    }
    const details = { gapId, processId, rows: rows.length }
    await recordChange(tx, { ...deed, action: 'gap_analysis_begun', details })
  })
  return gapId
}

export function checkPeriod({ periodFrom, periodUntil, reviewOn }: GapPeriod): void {
  if (periodUntil < periodFrom) throw new Invalid([{ field: 'periodUntil', code: 'before_start' }])
  if (reviewOn <= periodUntil) throw new Invalid([{ field: 'reviewOn', code: 'before_end' }])
}

function rowsFor(
  { stepId, text }: Step,
  place: number,
  known: readonly GapRow[],
): Omit<GapRow, 'gapId' | 'rowId'>[] {
  const before = known.filter((row) => row.stepId === stepId)
  const lines = before.length > 0 ? before : [emptyRow()]
  return lines.map((row) => ({ ...row, stepId, place, activity: text }))
}

export function emptyRow(): Omit<GapRow, 'gapId' | 'rowId' | 'stepId' | 'place' | 'activity'> {
  return {
    lineId: randomUUID(),
    problem: '',
    noProblem: '',
    links: [],
    action: '',
    criteria: [],
    severity: null,
    feasibility: null,
    ownerId: null,
    dueOn: null,
    revision: 1,
  }
}

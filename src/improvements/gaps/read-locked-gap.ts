import type { Db } from '../../platform/database/connection.ts'
import { findRow, listRows } from './gap-row-store.ts'
import { getGap, listGaps } from './gap-store.ts'
import type { GapRow, LockedGap } from './gap.ts'
import { priorityOf, topOf } from './priority.ts'

/** A row of a closed analysis with its words, its weight, and what became of it since; null for others. */
export async function findGap(
  db: Db,
  administrationId: string,
  gapRowId: string,
): Promise<LockedGap | null> {
  const row = await findRow(db, administrationId, gapRowId)
  if (!row) return null
  const gap = await getGap(db, administrationId, row.gapId)
  if (gap.state === 'draft') return null
  const versions = await listGaps(db, { administrationId, processId: gap.processId })
  const closed = versions.filter(({ state }) => state === 'closed')
  const newest = closed.find(({ version }) => version > gap.version) ?? gap
  const rows = await listRows(db, administrationId, [gap.gapId, newest.gapId])
  const own = rows.filter(({ gapId }) => gapId === gap.gapId)
  const line = rows.find(({ gapId, lineId }) => gapId === newest.gapId && lineId === row.lineId)
  return {
    gap,
    row,
    priority: priorityOf(row),
    isTop: topOf(own).some(({ rowId }) => rowId === gapRowId),
    newest: {
      gapId: newest.gapId,
      version: newest.version,
      row: line && line.problem !== '' ? line : null,
    },
  }
}

/** What weighs most in the newest closed analysis: of a process, or of all those of a place. */
export async function topPriority(
  db: Db,
  which: { administrationId: string; centreId?: string | null; processId?: string },
): Promise<readonly GapRow[]> {
  const closed = (await listGaps(db, which)).filter(({ state }) => state === 'closed')
  const newest = [
    ...closed
      .reduce((byProcess, gap) => {
        const known = byProcess.get(gap.processId)
        if (!known || known.version < gap.version) byProcess.set(gap.processId, gap)
        return byProcess
      }, new Map<string, (typeof closed)[number]>())
      .values(),
  ]
  const rows = await listRows(
    db,
    which.administrationId,
    newest.map(({ gapId }) => gapId),
  )
  return topOf(rows)
}

import { NotFound } from '../../platform/errors.ts'
import type { Db } from '../../platform/database/connection.ts'
import { findGap, getGap, type LockedGap } from '../gaps/index.ts'
import type { GapToday } from './carried-over.ts'
import type { GapReference } from './project.ts'

/** The words of a closed gap, to be kept beside the project that is made from it. */
export function referenceTo({ gap, row, priority, isTop }: LockedGap): GapReference {
  return {
    gapRowId: row.rowId,
    gapId: gap.gapId,
    gapVersion: gap.version,
    processVersion: gap.processVersion,
    serviceId: gap.serviceId,
    activity: row.activity,
    problem: row.problem,
    action: row.action,
    score: priority.score,
    isTop,
    links: row.links,
  }
}

export async function getClosedGap(
  db: Db,
  administrationId: string,
  gapRowId: string,
): Promise<LockedGap> {
  const locked = await findGap(db, administrationId, gapRowId)
  if (!locked || locked.row.problem === '') throw new NotFound()
  return locked
}

/** What the newest closed analysis says of the row that a project came from. */
export async function readGapToday(
  db: Db,
  administrationId: string,
  { gapRowId }: GapReference,
): Promise<GapToday> {
  const locked = await findGap(db, administrationId, gapRowId)
  if (!locked) throw new NotFound()
  const { gap, isTop, newest } = locked
  const latest = newest.gapId === gap.gapId ? gap : await getGap(db, administrationId, newest.gapId)
  return {
    row: newest.row,
    gapVersion: newest.version,
    processVersion: latest.processVersion,
    isTop,
  }
}

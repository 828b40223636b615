import { listCasesToTell, type CaseToTell } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { findIndicator, listCasesCounted } from '../effect/index.ts'
import type { Project } from './project.ts'

/**
 * The people whose cases showed what the project is about and who agreed to hear: the case of a short project,
 * and what its indicator counted before. Without either nobody is named as its reason.
 */
export async function listPeopleBehind(
  db: Db,
  project: Project,
  timeZone: string,
): Promise<CaseToTell[]> {
  const { administrationId, caseId } = project
  const indicator = await findIndicator(db, project)
  const isOfCases = indicator?.measure === 'recurrence'
  const counted = isOfCases
    ? await listCasesCounted(db, { administrationId, timeZone }, indicator, indicator.before)
    : []
  const ids = [...new Set([...(caseId === null ? [] : [caseId]), ...counted])]
  return listCasesToTell(db, administrationId, ids)
}

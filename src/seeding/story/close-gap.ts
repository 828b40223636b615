import { listTroubles, type TroubleQuestion } from '../../analysis/index.ts'
import {
  beginAnalysis,
  closeAnalysis,
  finishTask,
  listProcesses,
  listRows,
  listTasksOfOrigin,
  writeRow,
  type GapRow,
} from '../../improvements/index.ts'
import type { Cast } from './cast.ts'
import type { StoryScript } from './story-script.ts'

type Gap = StoryScript['gaps'][number]

/** The analysis of a service: what people said stands behind each problem, with its numbers. Gives its rows. */
export async function closeGap(cast: Cast, gap: Gap): Promise<GapRow[]> {
  const { system, administrationId, dayOf, as } = cast
  const { db } = system
  const [centreId, serviceId] = [cast.centre(gap.centre), cast.service(gap.service)]
  const owner = await as('improvement_owner', gap.begunOn)
  const processes = await listProcesses(db, { administrationId, centreId })
  const process = processes.find((one) => one.serviceId === serviceId)
  if (!process) throw new Error(`No process of ${gap.service}`)
  const period = { periodFrom: dayOf(gap.from), periodUntil: dayOf(gap.until) }
  const gapId = await beginAnalysis(system, owner.deed, {
    ...{ ...period, processId: process.processId, reviewOn: dayOf(gap.reviewOn) },
  })
  const links = await listTroubles(db, {
    ...{ administrationId, centreId, serviceId, timeZone: owner.timeZone },
    ...{ from: period.periodFrom, until: period.periodUntil },
  } satisfies TroubleQuestion)
  for (const { rowId, activity, revision } of await listRows(db, administrationId, [gapId])) {
    const row = gap.rows.find(({ step }) => activity.startsWith(step))
    const told = row
      ? {
          problem: row.problem,
          noProblem: '',
          links: links.filter(({ name }) => row.shownBy.includes(name)),
          action: row.action,
          criteria: row.criteria,
          severity: row.severity,
          feasibility: row.feasibility,
          ownerId: owner.deed.accountId,
          dueOn: dayOf(row.dueOn),
        }
      : { ...NOTHING, noProblem: gap.noProblem }
    await writeRow(system, owner.deed, { gapId, rowId, revision }, told)
  }
  const closing = await as('improvement_owner', gap.closedOn)
  await closeAnalysis(system, closing, gapId)
  return listRows(db, administrationId, [gapId])
}

const NOTHING = {
  ...{ problem: '', links: [], action: '', criteria: [] },
  ...{ severity: null, feasibility: null, ownerId: null, dueOn: null },
}

/** What was planned in the analysis is done once its project is finished. */
export async function endTasks(cast: Cast, row: GapRow, day: number): Promise<void> {
  const { system, administrationId } = cast
  const owner = await cast.as('improvement_owner', day)
  for (const { taskId, version, state } of await listTasksOfOrigin(
    system.db,
    administrationId,
    'gap',
    [row.lineId],
  )) {
    if (state !== 'open') continue
    const endedWith = row.action
    await finishTask(system, owner, { taskId, version, on: owner.today, endedWith })
  }
}

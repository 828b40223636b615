import { createProject } from '../../src/improvements/projects/index.ts'
import { getClosedGap, referenceTo } from '../../src/improvements/projects/read-gap.ts'
import type { System } from '../../src/system.ts'
import { closeGap } from '../improvements/projects/closed-gap.ts'
import { accountOf } from '../surveys/campaigns.ts'

/** A project in the making, from a closed analysis. */
export async function buildSampleProject(system: System) {
  const { administrationId, centreId, rowId } = await closeGap(system)
  const accountId = await accountOf(system, 'mejora')
  const deed = { administrationId, accountId, at: system.clock() }
  const reference = referenceTo(await getClosedGap(system.db, administrationId, rowId))
  const projectId = await createProject(system, deed, {
    title: 'Turnos en la sala',
    centreId,
    ownerId: accountId,
    startsOn: '2026-03-02',
    endsOn: '2026-05-29',
    reportEvery: 'month',
    reference,
    causeId: null,
  })
  return { projectId }
}

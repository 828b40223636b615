import { createProject } from '../../src/improvements/projects/index.ts'
import { getClosedGap, referenceTo } from '../../src/improvements/projects/read-gap.ts'
import { askPeople } from '../../src/improvements/projects/actions/hear-people.ts'
import { askedToken } from '../../src/improvements/projects/asked-token.ts'
import { tellPeople } from '../../src/improvements/told/index.ts'
import type { System } from '../../src/system.ts'
import { closeGap } from '../improvements/projects/closed-gap.ts'
import { makeProject } from '../improvements/told/verified-project.ts'
import { accountOf } from '../surveys/campaigns.ts'

/** A project in the making, from a closed analysis. */
export async function buildSampleProject(system: System) {
  const { administrationId, centreId, rowId } = await closeGap(system, 'multas')
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
  return { projectId, ...(await buildTold(system)) }
}

/** One that was verified and told, and one of which people are asked what they think. */
async function buildTold(system: System) {
  const { db } = system
  const verified = await makeProject(system, 'verified')
  const { administrationId } = verified
  const accountId = await accountOf(system, 'mejora')
  const deed = { administrationId, accountId, at: system.clock() }
  const role = 'improvement_owner' as const
  const grants = [{ role, administrationId, centreId: null, unitId: null }]
  const staff = { accountId, name: '', email: '', language: 'es', grants, workplaces: [] }
  const doer = { deed, staff, today: '2026-03-02', timeZone: 'America/Mexico_City' }
  const said = { es: 'La gente espera de pie.', en: 'People wait standing.' }
  const did = { es: 'Pusimos turnos numerados.', en: 'We put up numbered turns.' }
  await tellPeople(system, doer, { projectId: verified.projectId, said, did })
  const draft = await makeProject(system, 'draft')
  await askPeople(system, doer, draft.projectId)
  const { asked_id: askedId } = await db
    .selectFrom('project_asked')
    .select('asked_id')
    .executeTakeFirstOrThrow()
  return { number: String(verified.number), token: askedToken(system, askedId) }
}

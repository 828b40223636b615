import { listServices } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { Proof, ProofQuestion } from '../proof.ts'
import { listTasks } from '../tasks/index.ts'
import { listAssessments } from './digital-store.ts'

/** Whether the level of every service is known, and something is done to raise it. */
export async function tellProofs(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, year, slug, t } = question
  const assessments = await listAssessments(db, administrationId, `${year}-12-31`)
  const [newest] = assessments
  if (!newest) return []
  const services = await listServices(db, administrationId)
  const known = new Set(assessments.map(({ serviceId }) => serviceId))
  const missing = services.filter(({ serviceId }) => !known.has(serviceId)).length
  const ids = new Set(assessments.map(({ assessmentId }) => assessmentId))
  const tasks = (await listTasks(db, administrationId, {})).filter(
    ({ origin, originId }) => origin === 'digitalisation' && ids.has(originId),
  )
  const shared = { on: newest.assessedOn, href: `/personal/${slug}/digitalizacion`, papers: [] }
  const levels: Proof = {
    key: 'digitalisation.levels',
    title: t('improvements-digitalisation.title'),
    ...shared,
    state: missing === 0 ? 'proved' : 'begun',
    lacks: missing === 0 ? [] : [t('improvements-digitalisation.missing', { count: missing })],
  }
  if (tasks.length === 0) return [levels]
  const title = t('improvements-digitalisation.actions')
  const actions: Proof = {
    key: 'digitalisation.actions',
    title,
    ...shared,
    state: 'proved',
    lacks: [],
  }
  return [levels, actions]
}

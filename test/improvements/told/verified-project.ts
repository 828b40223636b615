import { getBookRules } from '../../../src/administrations/index.ts'
import { findCase } from '../../../src/cases/index.ts'
import type { Role, Staff } from '../../../src/people/index.ts'
import {
  createShortProject,
  takeStep,
  type ProjectState,
} from '../../../src/improvements/projects/index.ts'
import { reportProgress } from '../../../src/improvements/projects/actions/follow-project.ts'
import { getProject } from '../../../src/improvements/projects/project-store.ts'
import type { System } from '../../../src/system.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { accountOf } from '../../surveys/campaigns.ts'

export interface MadeProject {
  administrationId: string
  projectId: string
  caseNumber: string
  number: number
}

const STEPS: readonly [state: ProjectState, who: string, role: Role, action: Step][] = [
  ['draft', 'mejora', 'improvement_owner', 'submit'],
  ['submitted', 'direccion', 'chief_administrator', 'approve'],
  ['approved', 'mejora', 'improvement_owner', 'begin'],
  ['in_progress', 'mejora', 'improvement_owner', 'finish'],
  ['finished', 'evaluacion', 'evaluator', 'verify'],
]
type Step = 'submit' | 'approve' | 'begin' | 'finish' | 'verify'

/** A short project out of a complaint of somebody who agreed to hear, as far as this state. */
export async function makeProject(system: System, until: ProjectState): Promise<MadeProject> {
  const { caseNumber } = await fileComplaint(system, {
    language: 'en',
    answerBy: 'email',
    person: { names: 'Ana', firstSurname: 'Robles', email: 'ana@example.org' },
    consents: { electronicNotice: true, resultsTold: true, quotation: false },
  })
  const { administration } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = administration
  const item = (await findCase(system.db, { administrationId, caseNumber }))!
  const today = '2026-03-02'
  const as = async (name: string, role: Role) => {
    const accountId = await accountOf(system, name)
    const grants = [{ role, administrationId, centreId: null, unitId: null }]
    const staff: Staff = { accountId, name, email: '', language: 'es', grants, workplaces: [] }
    return { deed: { administrationId, accountId, at: system.clock() }, staff, today }
  }
  const owner = await as('mejora', 'improvement_owner')
  const projectId = await createShortProject(system, owner.deed, {
    caseId: item.caseId,
    causeId: null,
    centreId: item.centreId,
    problem: 'La gente espera de pie y sin orden',
    action: 'Poner turnos numerados',
    ownerId: owner.deed.accountId,
    before: 'Fila de treinta personas',
    startsOn: today,
    endsOn: '2026-03-31',
  })
  for (const [from, who, role, action] of STEPS) {
    const project = await getProject(system.db, { administrationId, projectId })
    if (from === until || project.state !== from) break
    if (action === 'finish') {
      const done = Object.fromEntries(project.plan.activities.map((each) => [each.activityId, 100]))
      await reportProgress(system, owner, projectId, { text: 'Hecho.', done })
    }
    const { version } = project
    await takeStep(system, await as(who, role), { projectId, version, action, reason: '' })
  }
  const { number } = await getProject(system.db, { administrationId, projectId })
  return { administrationId, projectId, caseNumber, number }
}

import { getAdministration } from '../../../administrations/index.ts'
import { listCasesToTell } from '../../../cases/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../../notices/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { PROJECT_ASKED } from '../actions/hear-people.ts'
import { askedToken } from '../asked-token.ts'
import { findAsked } from '../comment-store.ts'
import { askedUrl } from '../urls.ts'
import { getProject } from '../project-store.ts'
import { BEFORE_DECISION } from '../project-states.ts'

/** To a person who agreed to hear: what do you think of what we plan? */
interface ProjectAsked {
  caseNumber: string
  problem: string
  action: string
  until: PlainDate
  address: string
}

export const projectAsked = defineEmail<ProjectAsked>({
  template: PROJECT_ASKED,
  view: 'improvements/asked',
  name: (t) => t('improvements-asked.email.name'),
  subject: (t, { caseNumber }) => t('improvements-asked.email.subject', { caseNumber }),
  sample: (t) => ({
    caseNumber: 'DEMO-2026-000123',
    problem: t('improvements-asked.email.sample_problem'),
    action: t('improvements-asked.email.sample_action'),
    until: '2026-04-20',
    address: 'https://libro.example.org/demo/opinar/sample',
  }),
})

/** Null once it was decided, or the person no longer agrees. */
const model: EmailModel<ProjectAsked> = async (system, { administrationId, caseId, details }) => {
  const { askedId } = details
  const asked = typeof askedId === 'string' ? await findAsked(system.db, askedId) : null
  if (!asked || caseId === null) return null
  const [person] = await listCasesToTell(system.db, administrationId, [caseId])
  const project = await getProject(system.db, asked)
  if (!person || !BEFORE_DECISION.includes(project.state)) return null
  const { slug } = await getAdministration(system.db, administrationId)
  const path = askedUrl(slug, askedToken(system, asked.askedId))
  return {
    caseNumber: person.caseNumber,
    problem: project.plan.problem,
    action: project.plan.action,
    until: asked.until,
    address: new URL(path, system.config.baseUrl).href,
  }
}

export function registerProjectEmails(): void {
  registerEmail(projectAsked, model)
}

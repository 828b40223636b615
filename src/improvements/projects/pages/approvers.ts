import { z } from 'zod'
import { isRole, isSealedRole, roles, type Role } from '../../../people/index.ts'
import { readForm, render, ticks, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders } from '../../improvement-policy.ts'
import { setApprovers } from '../actions/follow-project.ts'
import { listApproverRoles } from '../owner-store.ts'
import { approverRolesOf } from '../project-policy.ts'
import { enterProjects } from './room.ts'

const offered: readonly Role[] = roles.filter(
  (role) => improvementReaders.includes(role) && role !== 'auditor' && !isSealedRole(role),
)

const approversForm = z.object({ roles: ticks(z.string().refine(isRole)) })

/** Which posts approve projects; without any, the head of the administration. */
export function showApprovers(system: System): Page {
  return async (request, response) => {
    const { t, urls, deed } = await enterProjects(system, response, request)
    const approverRoles = await listApproverRoles(system.db, deed.administrationId)
    const chosen = approverRolesOf({ approverRoles })
    const model = {
      title: t('improvements-projects.approvers.title'),
      backUrl: urls.list,
      action: urls.approvers,
      done: request.query.hecho === 'guardado',
      roles: offered.map((value) => ({
        value,
        text: t(`people.roles.${value}`),
        checked: chosen.includes(value),
      })),
    }
    render(response, 'improvements/projects/approvers', model, { layout: 'staff' })
  }
}

export function sendApprovers(system: System): Page {
  return async (request, response) => {
    const { urls, deed } = await enterProjects(system, response, request)
    const { values } = readForm(request, approversForm)
    const chosen = offered.filter((role) => values?.roles.includes(role))
    await setApprovers(system, deed, chosen)
    response.redirect(303, `${urls.approvers}?hecho=guardado`)
  }
}

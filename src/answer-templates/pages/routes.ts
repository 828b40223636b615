import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { keepers, readers } from '../template-policy.ts'
import { showTemplates } from './list.ts'
import { removeTemplate, showTemplate, takeTemplate } from './template.ts'
import { paths } from './urls.ts'

export const templatesSection: Section = {
  text: 'answer-templates.title',
  path: 'plantillas',
  roles: readers,
}

/** Read by whoever answers, written by whoever approves. */
export function templateRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.all, staffOf(...readers), showTemplates(system)],
    ['get', paths.one, staffOf(...readers), showTemplate(system)],
    ['post', paths.one, staffOf(...keepers), takeTemplate(system)],
    ['post', paths.removal, staffOf(...keepers), removeTemplate(system)],
  ])
  return router
}

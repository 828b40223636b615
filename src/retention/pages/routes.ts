import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { readers, setters } from '../retention-policy.ts'
import { showRetention } from './retention.ts'
import { showTerm, takeTerm } from './term.ts'
import { paths } from './urls.ts'

export const retentionSection: Section = {
  text: 'retention.title',
  path: 'conservacion',
  roles: readers,
}

export function retentionRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.retention, staffOf(...readers), showRetention(system)],
    ['get', paths.term, staffOf(...setters), showTerm(system)],
    ['post', paths.term, staffOf(...setters), takeTerm(system)],
  ])
  return router
}

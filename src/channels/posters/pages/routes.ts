import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { MAKERS } from '../link-policy.ts'
import { keepersOfOrigins, sendOrigin, showEmbedding } from './embedding.ts'
import { goOnward, showFrame } from './frame.ts'
import { sendRetirement, showLink } from './link-page.ts'
import { showLinks } from './link-list.ts'
import { sendNewLink, showNewLink } from './new-link.ts'
import { openLink } from './open-link.ts'
import { sendPoster } from './poster-pdf.ts'
import { paths } from './urls.ts'

const makers = staffOf(...MAKERS)

export const postersSection: Section = {
  text: 'channels-posters.title',
  path: 'carteles',
  roles: MAKERS,
}

export function posterRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.open, anyone, openLink(system)],
    ['get', paths.frame, anyone, showFrame(system)],
    ['get', paths.frameOnward, anyone, goOnward(system)],
    ['get', paths.list, makers, showLinks(system)],
    ['post', paths.list, makers, sendNewLink(system)],
    ['get', paths.add, makers, showNewLink(system)],
    ['get', paths.embedding, keepersOfOrigins, showEmbedding(system)],
    ['post', paths.origins, keepersOfOrigins, sendOrigin(system)],
    ['get', paths.link, makers, showLink(system)],
    ['get', paths.poster, makers, sendPoster(system)],
    ['post', paths.retirement, makers, sendRetirement(system)],
  ])
  return router
}

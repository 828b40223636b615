import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { fillers, readers } from '../../evaluation/index.ts'
import { sendAsking, showPacks } from './list.ts'
import { sendReview, serveFile, servePage, showPack } from './pack.ts'
import { paths } from './urls.ts'

export const packSection: Section = {
  text: 'improvements-pack.section',
  path: 'paquete',
  roles: fillers,
}

export function packRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...readers)
  const filling = staffOf(...fillers)
  addRoutes(router, [
    ['get', paths.list, reading, showPacks(system)],
    ['post', paths.list, filling, sendAsking(system)],
    ['get', paths.pack, reading, showPack(system)],
    ['post', paths.review, filling, sendReview(system)],
    ['get', paths.file, reading, serveFile(system)],
    ['get', paths.page, filling, servePage(system)],
  ])
  return router
}

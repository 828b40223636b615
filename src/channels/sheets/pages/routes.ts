import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { REGISTRARS } from '../../counter/pages/desk-room.ts'
import { paths } from '../urls.ts'
import { sendBlock, showSheetsPage, takeBlock, takePile } from './sheets.ts'

export const sheetsSection: Section = {
  text: 'channels-counter.sheets.title',
  path: 'hojas',
  roles: REGISTRARS,
}

/** Blank sheets for the paper book, and written ones that wait to be typed. */
export function sheetRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.sheets, staffOf(...REGISTRARS), showSheetsPage(system)],
    ['post', paths.piles, staffOf(...REGISTRARS), takePile(system)],
    ['post', paths.blocks, staffOf(...REGISTRARS), takeBlock(system)],
    ['get', paths.block, staffOf(...REGISTRARS), sendBlock(system)],
  ])
  return router
}

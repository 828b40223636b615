import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { showFirst } from './first.ts'
import { sendBeside, sendClosing, sendPeriod, sendRemoval, showGap } from './gap.ts'
import { sendGap, showGaps } from './list.ts'
import { serveGapsPaper } from './paper.ts'
import { sendRow, showRow } from './row.ts'
import { paths } from './urls.ts'

export const gapsSection: Section = {
  text: 'improvements-gaps.section',
  path: 'brechas',
  roles: improvementReaders,
}

export function gapRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  const writing = staffOf(...improvers)
  addRoutes(router, [
    ['get', paths.gaps, reading, showGaps(system)],
    ['post', paths.gaps, writing, sendGap(system)],
    ['get', paths.first, reading, showFirst(system)],
    ['get', paths.gap, reading, showGap(system)],
    ['post', paths.period, writing, sendPeriod(system)],
    ['post', paths.closing, writing, sendClosing(system)],
    ['get', paths.row, writing, showRow(system)],
    ['post', paths.row, writing, sendRow(system)],
    ['post', paths.beside, writing, sendBeside(system)],
    ['post', paths.removal, writing, sendRemoval(system)],
    ['get', paths.paper, reading, serveGapsPaper(system)],
  ])
  return router
}

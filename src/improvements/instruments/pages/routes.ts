import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { signers } from '../instrument-policy.ts'
import type { ReadProofs } from '../proposals/proposal.ts'
import { paths } from '../urls.ts'
import { sendSignature, sendTaken, sendVersion, showInstrument } from './instrument.ts'
import { sendInstrument, showInstruments } from './list.ts'
import { servePaper } from './paper.ts'
import { sendNewRow, sendRemoval, sendRow, showNewRow, showRow } from './row.ts'

export const instrumentsSection: Section = {
  text: 'improvements-instruments.section',
  path: 'instrumentos',
  roles: improvementReaders,
}

/** `readProofs`: what the book proves, which the self-diagnosis is filled from. */
export function instrumentRoutes(system: System, readProofs: ReadProofs): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  const writing = staffOf(...improvers)
  addRoutes(router, [
    ['get', paths.list, reading, showInstruments(system)],
    ['post', paths.list, writing, sendInstrument(system)],
    ['get', paths.one, reading, showInstrument(system, readProofs)],
    ['get', paths.paper, reading, servePaper(system)],
    ['post', paths.proposals, writing, sendTaken(system, readProofs)],
    ['post', paths.signature, staffOf(...signers), sendSignature(system, readProofs)],
    ['post', paths.version, writing, sendVersion(system)],
    ['get', paths.newRow, writing, showNewRow(system)],
    ['post', paths.newRow, writing, sendNewRow(system)],
    ['get', paths.row, writing, showRow(system)],
    ['post', paths.row, writing, sendRow(system)],
    ['post', paths.removal, writing, sendRemoval(system)],
  ])
  return router
}

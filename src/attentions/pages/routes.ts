import { Router } from 'express'
import { receiveUpload } from '../../attachments/index.ts'
import { tokenFor } from '../../interface-tokens/index.ts'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { postAttentions } from '../api/post-attentions.ts'
import { counters, importers, registrars } from '../attention-policy.ts'
import { sendImport, showImport, tryImport } from './import.ts'
import { sendEntry, sendErasure, sendSwitch, showRegister } from './register.ts'
import { sendTap, showTaps } from './taps.ts'
import { paths } from './urls.ts'

const everybody = [...new Set([...counters, ...importers, ...registrars])]

export const attentionSection: Section = {
  text: 'attentions.title',
  path: 'atenciones',
  roles: everybody,
}

/** Counting those who are attended: by a tap, from a table, in a register, or told by another system. */
export function attentionRoutes(system: System): Router {
  const router = Router()
  const counting = staffOf(...counters)
  const importing = staffOf(...importers)
  const keeping = staffOf(...registrars)
  const inRegister = staffOf(...counters, ...registrars)
  const upload = receiveUpload(system, { maxFiles: 1 })
  const api = '/api/v1/administrations/:slug/attentions'
  addRoutes(router, [
    ['get', paths.taps, staffOf(...everybody), showTaps(system)],
    ['post', paths.taps, counting, sendTap(system)],
    ['get', paths.import, importing, showImport(system)],
    ['post', paths.import, importing, tryImport(system), upload],
    ['post', paths.confirmation, importing, sendImport(system)],
    ['get', paths.register, inRegister, showRegister(system)],
    ['post', paths.register, counting, sendEntry(system)],
    ['post', paths.registerSwitch, keeping, sendSwitch(system)],
    ['post', paths.erasure, keeping, sendErasure(system)],
    ['post', api, tokenFor(system, 'attentions'), postAttentions(system)],
  ])
  return router
}

import { Router } from 'express'
import { addRoutes, anyone } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { showDatasets } from './datasets.ts'
import { serveCsv, serveDictionary, serveJson } from './files.ts'
import { showTransparency } from './transparency.ts'
import { paths } from './urls.ts'

/** Figures for everybody: a page that says them and files that programs read. */
export function openDataRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.transparency, anyone, showTransparency(system)],
    ['get', paths.datasets, anyone, showDatasets(system)],
    ['get', paths.dictionary, anyone, serveDictionary(system)],
    ['get', paths.csv, anyone, serveCsv(system)],
    ['get', paths.json, anyone, serveJson(system)],
  ])
  return router
}

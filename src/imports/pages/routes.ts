import { Router } from 'express'
import { receiveUpload } from '../../attachments/index.ts'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { bringers, erasers, readers } from '../import-policy.ts'
import { showBooks } from './books.ts'
import { sendErasing, showErasing } from './erase-legacy-case.ts'
import { sendFile, sendLoad, sendMapping, sendProblems, showFile } from './files.ts'
import { showLegacyCase } from './legacy-case.ts'
import { paths } from './urls.ts'

const everybody = [...new Set([...bringers, ...readers])]

export const importsSection: Section = {
  text: 'imports.title',
  path: 'libros-anteriores',
  roles: everybody,
}

/** Books that the office kept before: brought in, searched, read. */
export function importRoutes(system: System): Router {
  const router = Router()
  const bringing = staffOf(...bringers)
  addRoutes(router, [
    ['get', paths.books, staffOf(...everybody), showBooks(system)],
    ['post', paths.files, bringing, sendFile(system), receiveUpload(system, { maxFiles: 1 })],
    ['get', paths.file, bringing, showFile(system)],
    ['post', paths.file, bringing, sendMapping(system)],
    ['post', paths.load, bringing, sendLoad(system)],
    ['get', paths.problems, bringing, sendProblems(system)],
    ['get', paths.legacyCase, staffOf(...readers), showLegacyCase(system)],
    ['get', paths.erasing, staffOf(...erasers), showErasing(system)],
    ['post', paths.erasing, staffOf(...erasers), sendErasing(system)],
  ])
  return router
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBookRules } from '../../src/administrations/index.ts'
import { importFile, readMapping } from '../../src/imports/index.ts'
import type { System } from '../../src/system.ts'
import type { Visitor } from '../support/visitor.ts'

const MAPPING = `
source: libro-viejo
language: es
timeZone: America/Mexico_City
number: { column: Hoja }
kind: { constant: complaint }
receivedAt: { column: Fecha, formats: [d/M/yyyy] }
text: { columns: [Relato] }
`
const TABLE = 'Hoja;Fecha;Relato\nH-1;27/3/2014;Esperé tres horas en la fila\n'

/** A book kept on paper before: one that was brought in, and a file whose columns wait to be said. */
export async function buildOlderBook(system: System, manager: Visitor) {
  const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-older-'))
  const path = join(folder, 'viejo.csv')
  await writeFile(path, TABLE)
  const now = system.clock()
  await importFile(system, {
    book: await getBookRules(system, 'demo', now),
    path,
    fileName: 'viejo.csv',
    mapping: readMapping(MAPPING),
    accountId: null,
    now,
  })
  await rm(folder, { recursive: true })
  await manager.get('/personal/demo/libros-anteriores')
  await manager.submit({ file: new File([TABLE.replaceAll('2014', '2015')], 'otro.csv') })
  const draftId = manager.page.path.split('/').at(-1) ?? ''
  return { draftId, legacyNumber: 'DEMO-L-2014-000001' }
}

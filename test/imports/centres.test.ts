import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../src/administrations/index.ts'
import { importCentres, readCentreMapping } from '../../src/imports/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'

const MAPPING = 'centres: { name: { column: CENTRO }, address: { columns: [CALLE, DISTRITO] } }'
const TABLE =
  ';;147\nCENTRO;CALLE;"DIS\nTRITO"\nOR  Áncash;Av. Sol 1;Huaraz\nOR áncash;;\nOR-Ancash;;\n;Av. 2;\n;;\n;;\n'

let test: TestSystem
let folder: string
beforeAll(async () => {
  test = await openDemoBook()
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-centres-'))
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true })
})

async function bring(dryRun: boolean) {
  const path = join(folder, 'sedes.csv')
  await writeFile(path, Buffer.from(TABLE.replace('DIS\nTRITO', 'DISTRITO'), 'latin1'))
  const now = test.system.clock()
  const book = await getBookRules(test.system, 'demo', now)
  const mapping = readCentreMapping(MAPPING)
  return importCentres(test.system, { book, path, mapping, dryRun, now })
}

describe('A directory of offices', () => {
  it('becomes centres once, each with an address and a short name of its own', async () => {
    const report = {
      rows: 4,
      blankRows: 2,
      taken: 2,
      unchanged: 0,
      refused: [
        { row: 4, code: 'name_repeated' },
        { row: 6, code: 'no_name' },
      ],
    }
    expect(await bring(true)).toEqual(report)
    expect(await bring(false)).toEqual(report)
    expect(await bring(false)).toMatchObject({ taken: 0, unchanged: 2 })
    const { centres } = await getBookRules(test.system, 'demo', test.system.clock())
    expect(centres.filter(({ slug }) => slug.startsWith('or-ancash'))).toEqual([
      expect.objectContaining({
        name: 'OR Áncash',
        slug: 'or-ancash',
        address: 'Av. Sol 1, Huaraz',
      }),
      expect.objectContaining({ name: 'OR-Ancash', slug: 'or-ancash-2', address: null }),
    ])
  })
})

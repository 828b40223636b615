import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { keepCompiledViews } from '../../src/platform/web/index.ts'
import { openFoundedBook } from '../support/founded-book.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { tryMalformedRequests } from './try-malformed-requests.ts'
import { buildWorld } from './world.ts'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  keepCompiledViews()
  // with the sealed door open: closed, it answers 503 by itself
  test = await openFoundedBook()
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

describe('Six hundred malformed requests over every address', () => {
  it('are answered without an error of ours, and nothing sent comes back as markup', async () => {
    const world = await buildWorld(test.system, app)
    const { counts, faults } = await tryMalformedRequests(world, { count: 600, seed: 7 })
    expect(faults).toEqual([])
    // some are understood, most are refused: neither everything nor nothing got through
    const statuses = [...counts.keys()]
    expect(statuses).toEqual(expect.arrayContaining([200, 303, 400, 403, 404, 413, 415, 422]))
    const { administrationId } = await getAdministrationBySlug(test.system.db, 'demo')
    expect((await verifyBook(test.system.db, administrationId)).faults).toEqual([])
  }, 600_000)
})

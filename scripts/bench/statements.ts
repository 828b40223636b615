import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { prepareInstallation } from '../../src/installation/index.ts'
import { openSystem } from '../../src/system.ts'
import { countStatements } from '../../test/support/count-statements.ts'
import { sendJson } from '../../test/support/json.ts'
import { startApp } from '../../test/support/running-app.ts'
import { Visitor } from '../../test/support/visitor.ts'
import { sampleFiling } from './filing-sample.ts'

/** Statements that reach the database for a filing and for the pages of the desk. */
export async function benchStatements(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const system = await openSystem(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    as: 'server',
  })
  try {
    await prepareInstallation(system, system.clock())
    const counted = countStatements(system)
    const app = await startApp(counted.system)
    try {
      for (const number of [1, 2, 3]) {
        const body = sampleFiling(number)
        await sendJson(app, 'POST', '/api/v1/administrations/demo/cases', {
          body,
          headers: { 'Idempotency-Key': randomUUID() },
        })
        if (number < 3) counted.taken()
      }
      process.stdout.write(`a filing: ${counted.taken()} statements (bar: 12)\n`)
      const visitor = new Visitor(app)
      await visitor.get('/personal/entrar')
      await visitor.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
      await visitor.get('/personal/demo/casos')
      counted.taken()
      await visitor.get('/personal/demo/casos?vista=open')
      process.stdout.write(`a page of the desk: ${counted.taken()} statements (bar: 8)\n`)
    } finally {
      await app.close()
    }
  } finally {
    await system.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readBackup, readKeysBackup, writeBackup, writeKeysBackup } from '../../src/backup/index.ts'
import { startApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import type { House } from './sealed-people.ts'

/** The copies that a house keeps, and a machine with nothing else than them. */
export async function openCopies(house: Omit<House, 'test'> & { test: TestSystem }) {
  const { system } = house.test
  const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-copies-'))
  const [backup, keys, dataDir] = ['backup', 'keys', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  return {
    writeBackup: () => writeBackup(system, backup),
    writeKeys: () => writeKeysBackup(system, keys),
    /** As the runbook restores: the secrets, the newest keys, the backup; then the app is started. */
    onAnotherMachine: async (now: string, walk: (restored: House) => Promise<void>) => {
      await cp(join(system.config.dataDir, 'secrets'), join(dataDir, 'secrets'), {
        recursive: true,
      })
      const test = await openTestSystem({ env: { DATA_DIR: dataDir }, now })
      try {
        await readKeysBackup(test.system, keys, { old: false })
        await readBackup(test.system, backup)
        const app = await startApp(test.system)
        await walk({ browser: house.browser, test, app }).finally(() => app.close())
      } finally {
        await test.close()
      }
    },
    remove: () => rm(folder, { recursive: true }),
  }
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { touchAdministrationsUnder } from '../../administrations/index.ts'
import { inTransaction, type Db, type Tx } from '../../platform/database/connection.ts'
import { loadRegimePack } from '../../regimes/index.ts'

export const PACKS = fileURLToPath(new URL('../../../packs/', import.meta.url))

/** The rules that come with this version of the program; what was loaded before stays as it is. */
export async function loadPacks(system: { db: Db }, now: Date): Promise<void> {
  const regimes = await listFiles('regimes')
  await inTransaction(system.db, async (tx) => {
    for (const path of regimes) await loadRegime(tx, path, now)
  })
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(join(PACKS, folder))
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(PACKS, folder, name))
}

/** Whoever works under it reads the new version at once. */
async function loadRegime(tx: Tx, path: string, now: Date): Promise<void> {
  const { regime, isNew } = await loadRegimePack(tx, path, now)
  if (isNew) await touchAdministrationsUnder(tx, regime.code)
}

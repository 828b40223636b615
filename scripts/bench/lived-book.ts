import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAdministrationBySlug } from '../../src/administrations/index.ts'
import { readConfig } from '../../src/config.ts'
import { prepareInstallation } from '../../src/installation/index.ts'
import { seedAtOnce } from '../../src/seeding/index.ts'
import { openSystem, type System } from '../../src/system.ts'

export const SEED = 20_261_122
const YEARS = 5

/** A system of its own whose book has so many cases that were really lived, over five years or fewer. */
export interface LivedBook {
  system: System
  administrationId: string
  close(): Promise<void>
}

export async function openLivedBook(cases: number, years = YEARS): Promise<LivedBook> {
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const system = await openSystem(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    as: 'server',
  })
  await prepareInstallation(system, system.clock())
  await seedAtOnce(system, { slug: 'demo', cases, seed: SEED, years }, system.clock())
  const close = async () => {
    await system.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { system, administrationId: await demonstrationOf(system), close }
}

/** The book of the demonstration in a folder of data that somebody filled before and wants to keep. */
export async function openKeptBook(dataDir: string): Promise<LivedBook> {
  const system = await openSystem(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    as: 'server',
  })
  return {
    system,
    administrationId: await demonstrationOf(system),
    close: () => system.close(),
  }
}

async function demonstrationOf({ db }: System): Promise<string> {
  const administration = await findAdministrationBySlug(db, 'demo')
  if (!administration) throw new Error('the demonstration is not there')
  return administration.administrationId
}

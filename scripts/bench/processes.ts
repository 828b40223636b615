import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { readConfig } from '../../src/config.ts'
import { prepareInstallation } from '../../src/installation/index.ts'
import { openSystem, type System } from '../../src/system.ts'
import { startProgram, type Program } from '../../test/support/program.ts'
import { Visitor } from '../../test/support/visitor.ts'
import { fileFor } from './file-for.ts'
import { findNginx, startNginx } from './processes/nginx.ts'
import { median, say, timeOf } from './telling.ts'

const CALLERS = 8
const ROUNDS = 5
const SECONDS = 5
const LOOKS = 40
const MOST_TRIES = 40
const PASSWORD = 'libro-abierto-demo'

/** Two processes on one database behind nginx, against one: how much they carry, and whether they agree. */
export async function benchProcesses(): Promise<void> {
  const nginx = await findNginx()
  if (nginx === null) {
    say('nginx was not found (on Debian: apt-get install nginx), and nothing was measured')
    return
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const system = await openSystem(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }), {
    as: 'server',
  })
  try {
    await prepareInstallation(system, system.clock())
    await compare(nginx, dataDir, system)
  } finally {
    await system.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function compare(nginx: string, dataDir: string, system: System): Promise<void> {
  const programs: Program[] = []
  try {
    // one after the other: both would bring up the same installation
    const urls: string[] = []
    while (programs.length < 2) {
      const program = startProgram(dataDir, {
        DATABASE_URL: system.databaseUrl,
        LOG_LEVEL: 'info',
        TRUST_PROXY: '1',
      })
      programs.push(program)
      urls.push((await program.ready()).url)
    }
    const one = await startNginx(nginx, join(dataDir, 'one'), urls.slice(0, 1))
    const two = await startNginx(nginx, join(dataDir, 'two'), urls)
    try {
      const filed = await compareFiling(one.url, two.url)
      await compareLooking(one.url, two.url)
      await tellSigningIn(two.url)
      await tellBook(system, filed)
    } finally {
      await Promise.all([one.stop(), two.stop()])
    }
  } finally {
    await Promise.all(programs.map(stop))
  }
}

async function stop(program: Program): Promise<void> {
  program.kill('SIGTERM')
  await program.ended()
}

/** How many were acknowledged in all. */
async function compareFiling(one: string, two: string): Promise<number> {
  const ratios: number[] = []
  let filed = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const byOne = await fileFor(one, CALLERS, SECONDS)
    const byTwo = await fileFor(two, CALLERS, SECONDS)
    ratios.push(byTwo / byOne)
    filed += byOne + byTwo
  }
  say(
    `filing, ${CALLERS} callers: two processes take ${median(ratios).toFixed(2)} times what one does`,
  )
  return filed
}

async function compareLooking(one: string, two: string): Promise<void> {
  const [seesOne, seesTwo] = [await signedIn(one), await signedIn(two)]
  const look = (visitors: readonly Visitor[]) =>
    timeOf(() =>
      Promise.all(
        visitors.map(async (visitor) => {
          for (let n = 0; n < LOOKS / CALLERS; n += 1) await visitor.get('/personal/demo/casos')
        }),
      ),
    )
  const ratios: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    ratios.push((await look(seesOne)) / (await look(seesTwo)))
  }
  say(
    `the desk, ${CALLERS} people: two processes serve ${median(ratios).toFixed(2)} times what one does`,
  )
}

async function signedIn(url: string): Promise<Visitor[]> {
  const visitors = Array.from({ length: CALLERS }, () => new Visitor({ url }))
  for (const visitor of visitors) {
    await visitor.get('/personal/entrar')
    await visitor.submit({ email: 'responsable@demo.example', password: PASSWORD })
    await visitor.get('/personal/demo/casos')
    if (visitor.page.status !== 200) throw new Error(`the desk answered ${visitor.page.status}`)
  }
  return visitors
}

/** The page comes from one process, what is sent goes to the other: both must know the form and the count. */
async function tellSigningIn(url: string): Promise<void> {
  const visitor = new Visitor({ url })
  let tries = 0
  do {
    await visitor.get('/personal/entrar')
    await visitor.submit({ email: 'auditoria@demo.example', password: 'no es esta' })
    tries += 1
  } while (visitor.page.status !== 429 && tries < MOST_TRIES)
  say(
    `wrong passwords asked of both in turn: refused after ${tries} (status ${visitor.page.status})`,
  )
}

async function tellBook({ db }: System, filed: number): Promise<void> {
  const { administrationId } = await getAdministrationBySlug(db, 'demo')
  const { filings, faults } = await verifyBook(db, administrationId, () => undefined)
  say(`${filed} acknowledged, ${filings} in the book, ${faults.length} faults of its chain`)
}

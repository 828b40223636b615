import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runCommand, startProgram, type Program } from '../support/program.ts'

const CALLERS = 8

interface Acknowledged {
  key: string
  description: string
  caseNumber: string
  trackingToken: string
}

export interface CrashReport {
  rounds: number
  acknowledged: number
  missing: string[]
  doubled: string[]
  /** What `verify` said at the end. */
  verdict: string
}

/** Open enough for the account that runs the database, so that it stays inside. */
export async function crashFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-crash-'))
  await chmod(folder, 0o711)
  return folder
}

/**
 * Kills the program, or its database with all its processes, while eight callers file; then starts it
 * again and asks for everything that was acknowledged. At the end the books are verified whole.
 */
export async function crashRounds(
  dataDir: string,
  rounds: number,
  onRound: (round: number) => void = () => undefined,
): Promise<CrashReport> {
  const acknowledged: Acknowledged[] = []
  const missing: string[] = []
  const doubled: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const program = startProgram(dataDir, { LOG_LEVEL: 'info' })
    const { url } = await program.ready()
    await fileUntilDeath(url, program, round, acknowledged, () => kill(program, dataDir, round))
    onRound(round)
  }
  const program = startProgram(dataDir, { LOG_LEVEL: 'info' })
  const { url } = await program.ready()
  for (const filing of acknowledged) {
    const again = await file(url, filing.key, filing.description)
    if (again?.status !== 200) missing.push(filing.caseNumber)
    else if (again.caseNumber !== filing.caseNumber) doubled.push(filing.caseNumber)
  }
  const { code, output } = await runCommand(dataDir, 'verify').ended()
  program.kill('SIGTERM')
  await program.ended()
  const verdict = code === 0 ? 'sound' : output
  return { rounds, acknowledged: acknowledged.length, missing, doubled, verdict }
}

async function fileUntilDeath(
  url: string,
  program: Program,
  round: number,
  acknowledged: Acknowledged[],
  strike: () => Promise<void>,
): Promise<void> {
  let alive = true
  const caller = async (name: number) => {
    for (let number = 0; alive; number++) {
      const key = randomUUID()
      const description = `Vuelta ${round}, persona ${name}, caso ${number}`
      const answer = await file(url, key, description)
      if (answer?.status === 201) acknowledged.push({ ...answer, key, description })
      if (answer === null) await wait(20)
    }
  }
  const callers = Array.from({ length: CALLERS }, (_, name) => caller(name))
  await firstAnswer(acknowledged)
  await wait(200 + Math.random() * 1200)
  await strike()
  await program.ended()
  alive = false
  await Promise.all(callers)
}

/** A busy machine takes its time to the first answer, and a kill before it would prove nothing. */
async function firstAnswer(acknowledged: readonly Acknowledged[]): Promise<void> {
  const before = acknowledged.length
  for (let waited = 0; acknowledged.length === before && waited < 15_000; waited += 20) {
    await wait(20)
  }
}

/** In turn: the program alone, the database alone (the program then ends by itself), both. */
async function kill(program: Program, dataDir: string, round: number): Promise<void> {
  if (round % 3 !== 1) await killDatabase(dataDir)
  if (round % 3 !== 2) program.kill('SIGKILL')
}

async function killDatabase(dataDir: string): Promise<void> {
  process.kill(await postmasterPid(dataDir), 'SIGKILL')
}

async function postmasterPid(dataDir: string): Promise<number> {
  const path = join(dataDir, 'postgres', 'data', 'postmaster.pid')
  return Number((await readFile(path, 'utf8')).split('\n')[0])
}

async function file(url: string, key: string, description: string) {
  try {
    const response = await fetch(`${url}/api/v1/administrations/demo/cases`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ kind: 'suggestion', centre: 'centro', description }),
      signal: AbortSignal.timeout(15_000),
    })
    const body = (await response.json()) as { caseNumber: string; trackingToken: string }
    return { status: response.status, ...body }
  } catch {
    // nobody answered: nothing was acknowledged
    return null
  }
}

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  envelopeToJson,
  newReceiptBits,
  sealReport,
  verifyDirectory,
  type Directory,
  type DirectoryEntry,
} from '../../src/corruption-reports/sealing/index.ts'
import { startProgram } from '../../test/support/program.ts'
import { sampleFiling } from './filing-sample.ts'
import { postJson } from './post-json.ts'
import { benchOpening } from './sealed-opening.ts'

const CALLERS = [1, 4, 8]
const EACH = 120
const BURSTS = [20, 100]
const BOOK = '/api/v1/administrations/demo'
const REPORTS = `${BOOK}/corruption-reports`

/** Sealed reports that come at once, and a second beside ordinary filings through the same HTTP; opening them. */
export async function benchSealed(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const program = startProgram(dataDir, { LOG_LEVEL: 'info' })
  try {
    const { url } = await program.ready()
    const directory = await readDirectory(url)
    // all before the first is sent: a long calculation between two would let connections go stale
    const bursts = BURSTS.map((size) => sealMany(directory, size))
    const rounds = CALLERS.map((callers) => ({ callers, sealed: sealMany(directory, EACH) }))
    for (const burst of bursts) await tellBurst(url, burst)
    for (const { callers, sealed } of rounds) await tellRate(url, sealed, callers)
  } finally {
    program.kill('SIGTERM')
    await program.ended()
    await rm(dataDir, { recursive: true, force: true })
  }
  await benchOpening()
}

async function readDirectory(url: string): Promise<Directory> {
  const answer = await fetch(`${url}${REPORTS}/directory`)
  const { entries } = (await answer.json()) as { entries: DirectoryEntry[] }
  return verifyDirectory(entries, entries[0]?.administration ?? '')
}

function sealMany(directory: Directory, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const report = {
      directory,
      told: { narration: `Informe ${index}. ${'Pidieron dinero por el permiso. '.repeat(25)}` },
      marks: { members: [], people: [], units: [], words: [] },
      struck: [],
      receipt: newReceiptBits(randomBytes),
    }
    return JSON.stringify({ envelope: envelopeToJson(sealReport(report, randomBytes)) })
  })
}

async function tellBurst(url: string, bodies: readonly string[]): Promise<void> {
  const agent = new Agent()
  const answers = await Promise.all(bodies.map((body) => postJson(`${url}${REPORTS}`, agent, body)))
  const stored = answers.filter((status) => status === 201).length
  process.stdout.write(`${bodies.length} at the same instant: ${stored} stored\n`)
}

async function tellRate(url: string, bodies: readonly string[], callers: number): Promise<void> {
  const sealed = await rateOf(`${url}${REPORTS}`, bodies, callers)
  const ordinary = Array.from({ length: EACH }, (_, index) => JSON.stringify(sampleFiling(index)))
  const filed = await rateOf(`${url}${BOOK}/cases`, ordinary, callers)
  process.stdout.write(
    `${callers} callers: ${sealed.toFixed(0)} reports a second; ` +
      `ordinary filings ${filed.toFixed(0)}, ratio 1/${(filed / sealed).toFixed(2)}\n`,
  )
}

/** Each caller sends the next one as soon as the one before was acknowledged. */
async function rateOf(url: string, bodies: readonly string[], callers: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers })
  const waiting = [...bodies]
  const began = performance.now()
  const caller = async () => {
    for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
      const status = await postJson(url, agent, body)
      if (status !== 201) throw new Error(`it was answered with ${status}`)
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  agent.destroy()
  return (bodies.length * 1000) / (performance.now() - began)
}

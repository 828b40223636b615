import { setTimeout as sleep } from 'node:timers/promises'
import { drainQueue } from '../../public/js/kiosk/send-queue.ts'
import { buildPhoto } from '../attachments/sample-files.ts'
import { chanceFrom } from '../bad-input/chance.ts'
import { Tablet, type Enrolled, type Item } from '../channels/devices/tablet.ts'
import { memoryQueue, type MemoryQueue } from '../channels/kiosk/memory-queue.ts'
import { sendJson } from '../support/json.ts'
import { runCommand, startProgram, type Program } from '../support/program.ts'
import { Visitor } from '../support/visitor.ts'
import { openFailingLine, type FailingLine, type Mishap } from './failing-line.ts'

export interface TabletsRun {
  dataDir: string
  tablets: number
  filings: number
  /** How often the program is killed while they send. */
  kills: number
  /** Of the pauses that tablets make; less than 1 for who cannot wait. */
  pace: number
  seed: number
}

export interface TabletsReport {
  filed: number
  /** Receipts that open no case, or another one. */
  missing: string[]
  doubled: string[]
  seconds: number
  mishaps: Record<Mishap, number>
  /** What `verify` said at the end. */
  verdict: string
}

const EVERY_SO_MANY_HAVE_PHOTOS = 10

/**
 * Tablets that took filings without network send them over a line that fails, to the real program, which
 * is killed meanwhile. At the end every receipt that a tablet printed is tried.
 */
export async function runTablets(
  run: TabletsRun,
  onSent: (sent: number) => void = () => undefined,
): Promise<TabletsReport> {
  const chance = chanceFrom(run.seed)
  const line = await openFailingLine(chance)
  let program = startProgram(run.dataDir, { LOG_LEVEL: 'info' })
  const { url } = await program.ready()
  line.leadTo(url)
  const tablets = await enrolTablets(url, run.tablets)
  const printed = await fillQueues(tablets, run.filings)

  const answers = new Map<string, Record<string, unknown>>()
  const started = performance.now()
  const killing = killAtTimes(run, answers, async () => {
    program = await restart(program, run.dataDir, line)
  })
  await Promise.all(
    tablets.map(({ tablet, queue }) =>
      empty(line.url, tablet, queue, run.pace, (id, answer) => {
        answers.set(id, answer)
        onSent(answers.size)
      }),
    ),
  )
  const seconds = (performance.now() - started) / 1000
  await killing
  const report = await tryReceipts(await program.ready(), printed, answers)
  const { code, output } = await runCommand(run.dataDir, 'verify').ended()
  program.kill('SIGTERM')
  await program.ended()
  await line.close()
  return { ...report, seconds, mishaps: line.seen, verdict: code === 0 ? 'sound' : output }
}

interface QueuedTablet {
  tablet: Tablet
  queue: MemoryQueue
}

/** As staff do it: a tablet on the page, its code, and the code on the tablet. */
async function enrolTablets(url: string, count: number): Promise<QueuedTablet[]> {
  const visitor = new Visitor({ url })
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
  const made: QueuedTablet[] = []
  for (let number = 1; number <= count; number++) {
    const { html } = await visitor.get('/personal/demo/tabletas/nueva')
    const centreId = /value="([\da-f-]{36})"[^>]*>Oficina Centro/.exec(html)?.[1] ?? ''
    await visitor.submit({ name: `Tableta ${number}`, centreId, quotaPerDay: '1000' })
    await visitor.submit({}, { form: 'codigo' })
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(visitor.page.text)?.[0]
    const body = { code, clock: new Date().toISOString() }
    const { body: enrolled } = await sendJson<Enrolled>(
      { url },
      'POST',
      '/api/v1/devices/enrolments',
      { body },
    )
    made.push({ tablet: new Tablet({ url }, enrolled), queue: memoryQueue() })
  }
  return made
}

async function fillQueues(tablets: readonly QueuedTablet[], filings: number): Promise<Item[]> {
  const photo = await buildPhoto()
  return Array.from({ length: filings }, (_, at) => {
    const { tablet, queue } = tablets[at % tablets.length]!
    const photos = at % EVERY_SO_MANY_HAVE_PHOTOS === 0 ? [photo] : []
    const item = tablet.take(new Date(), { description: `Mensaje ${at} de la tableta` }, { photos })
    // the queue counts files by their place, the wire from one
    queue.put(item.body, [new Uint8Array(), ...item.files.map(({ sealed }) => sealed)])
    return item
  })
}

/** With the tablet's own code, over the failing line, until nothing waits. */
async function empty(
  baseUrl: string,
  { token }: Tablet,
  store: MemoryQueue,
  pace: number,
  keep: (id: string, answer: Record<string, unknown>) => void,
): Promise<void> {
  await drainQueue({
    store,
    baseUrl,
    token,
    fetch,
    clock: () => new Date(),
    random: Math.random,
    wait: (ms) => sleep(ms * pace),
    tell: (news) => {
      if (news.is === 'sent') keep(news.id, { ...news.answer })
    },
  })
}

async function killAtTimes(
  { kills, filings }: TabletsRun,
  answers: ReadonlyMap<string, unknown>,
  restarted: () => Promise<void>,
): Promise<void> {
  for (let kill = 1; kill <= kills; kill++) {
    while (answers.size < (filings * kill) / (kills + 1)) await sleep(20)
    await restarted()
  }
}

async function restart(program: Program, dataDir: string, line: FailingLine): Promise<Program> {
  program.kill('SIGKILL')
  await program.ended()
  const next = startProgram(dataDir, { LOG_LEVEL: 'info' })
  line.leadTo((await next.ready()).url)
  return next
}

/** Each receipt as its person would: the provisional number and the secret that the tablet printed. */
async function tryReceipts(
  app: { url: string },
  printed: readonly Item[],
  answers: ReadonlyMap<string, Record<string, unknown>>,
): Promise<Pick<TabletsReport, 'filed' | 'missing' | 'doubled'>> {
  const missing: string[] = []
  const numbers: string[] = []
  for (const { body, printed: receipt } of printed) {
    const told = answers.get(body.id)?.['caseNumber']
    const headers = { authorization: `Bearer ${receipt.token}` }
    const path = `/api/v1/cases/${receipt.number}`
    const { body: found } = await sendJson<{ caseNumber?: string }>(app, 'GET', path, { headers })
    if (typeof told === 'string' && found.caseNumber === told) numbers.push(told)
    else missing.push(receipt.number)
  }
  return { filed: numbers.length, missing, doubled: doubledIn(numbers) }
}

/** The book counts without gaps: a number beyond the last receipt is a case that nobody printed. */
function doubledIn(numbers: readonly string[]): string[] {
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at)
  const last = Math.max(0, ...numbers.map((number) => Number(number.split('-').at(-1))))
  return last === numbers.length ? twice : [...twice, `up to ${last}`]
}

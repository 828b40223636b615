import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { readConfig } from '../../src/config.ts'
import { prepareInstallation } from '../../src/installation/index.ts'
import { openSystem } from '../../src/system.ts'
import { runLibro } from './run-libro.ts'

const ROWS = Number(process.env['ROWS'] ?? 370_000)
const MOST_MEGABYTES = 300

const MAPPING = `
source: bench
language: es
timeZone: Europe/Madrid
number: { column: id }
kind: { column: tipo, values: { A: complaint, P: need } }
receivedAt: { column: fecha_alta, formats: ["yyyy-MM-dd'T'HH:mm:ssZ"] }
state: { column: estado, values: { I: registered, T: in_analysis, R: closed, N: archived } }
service: { column: servicio }
`

/** The import command, as a process of its own, beside a COPY of the same file and of the same finished rows. */
export async function benchImport(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const system = await openSystem(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }), {
    as: 'server',
  })
  const client = new pg.Client({ connectionString: system.databaseUrl })
  try {
    await prepareInstallation(system, system.clock())
    await client.connect()
    const files = { whole: join(folder, 'whole.csv'), one: join(folder, 'one.csv') }
    await writeBook(files.whole, ROWS)
    await writeBook(files.one, 1)
    await writeFile(join(folder, 'mapping.yaml'), MAPPING)
    const start = await runImport(folder, files.one)
    const whole = await runImport(folder, files.whole)
    const rate = ROWS / ((whole.milliseconds - start.milliseconds) / 1000)
    const plain = await copyPlain(client, files.whole)
    const finished = await copyFinished(client, join(folder, 'finished'))
    const say = (line: string) => process.stdout.write(`${line}\n`)
    say(`import: ${Math.round(rate)} rows a second beside a start of ${start.milliseconds} ms`)
    say(`of COPY of the same finished rows: ${(rate / finished).toFixed(2)} (bar: 0.10)`)
    say(`of COPY of the bare file into six columns of text: ${(rate / plain).toFixed(2)}`)
    say(
      `memory: ${whole.megabytes} MB at most, ${start.megabytes} MB for one row (bar: ${MOST_MEGABYTES})`,
    )
  } finally {
    await client.end()
    await system.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeBook(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path)
  file.write('id,fecha_alta,tipo,servicio,estado,largo\n')
  const from = Date.UTC(2021, 5, 11)
  for (let row = 1; row <= rows; row += 1) {
    const at = new Date(from + row * 180_000).toISOString().slice(0, 19)
    const kind = row % 20 === 0 ? 'P' : 'A'
    const line = `${6_000_000 + row},${at}Z,${kind},${row % 79},${'ITRN'.charAt(row % 4)},${row % 400}\n`
    if (!file.write(line)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
}

function runImport(dataDir: string, path: string) {
  const mapping = join(dataDir, 'mapping.yaml')
  return runLibro(dataDir, ['import', path, '--administration', 'demo', '--mapping', mapping])
}

async function copyPlain(client: pg.Client, path: string): Promise<number> {
  await client.query('create table bench_plain (a text, b text, c text, d text, e text, f text)')
  return timed(() =>
    pipeline(
      createReadStream(path),
      client.query(copyFrom('copy bench_plain from stdin (format csv, header)')),
    ),
  )
}

/** The rows as they stand in the end, into a table with the same indexes. */
async function copyFinished(client: pg.Client, path: string): Promise<number> {
  await pipeline(client.query(copyTo('copy legacy_cases to stdout')), createWriteStream(path))
  await client.query('create table bench_copy (like legacy_cases including all)')
  return timed(() =>
    pipeline(createReadStream(path), client.query(copyFrom('copy bench_copy from stdin'))),
  )
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return ROWS / ((performance.now() - began) / 1000)
}

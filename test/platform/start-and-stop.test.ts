import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createServer, get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { listen, stopListening } from '../../src/platform/web/listen.ts'
import { closedFolder, runCommand, startProgram, type Program } from '../support/program.ts'
import { sendJson } from '../support/json.ts'

// each starts the whole program once or twice, also on a busy machine
jest.setTimeout(180_000)

describe('the program on its own database', () => {
  let home: Awaited<ReturnType<typeof closedFolder>>
  const started: Program[] = []
  const start = (env?: Record<string, string>) => {
    const program = startProgram(home.path, env)
    started.push(program)
    return program
  }
  const stopAll = async () => {
    for (const program of started.splice(0)) {
      program.kill('SIGTERM')
      await program.ended()
    }
  }

  beforeAll(async () => {
    home = await closedFolder()
  })
  afterEach(stopAll)
  afterAll(async () => {
    rmSync(databaseFolder(home.path), { recursive: true, force: true })
    await home.remove()
  })

  it('runs once in a folder closed to others, is joined by commands, and ends in order', async () => {
    const first = start()
    const app = await first.ready()
    const second = await start().ended()
    expect(second.code).toBe(1)
    expect(second.output).toContain(`already runs here: process ${first.pid}`)
    const command = await runCommand(home.path, 'migrate', '--status').ended()
    expect(command.output).toMatch(/^\d+ applied, 0 open/)
    expect(await readiness(app)).toBe('ok')
    first.kill('SIGTERM')
    const { code, output } = await first.ended()
    expect(code).toBe(0)
    expect(output).toContain('"msg":"stopped"')
    expect(isServing(home.path)).toBe(false)
  })

  it('starts again whatever was killed, and ends when its database is', async () => {
    const first = start()
    await first.ready()
    first.kill('SIGKILL')
    await first.ended()
    expect(isServing(home.path)).toBe(true)

    const second = start()
    expect(await readiness(await second.ready())).toBe('ok')
    const database = postmasterOf(home.path)
    second.kill('SIGKILL')
    process.kill(database, 'SIGKILL')
    await second.ended()

    const third = start()
    expect(await readiness(await third.ready())).toBe('ok')
    process.kill(postmasterOf(home.path), 'SIGKILL')
    const { code, output } = await third.ended()
    expect(code).toBe(1)
    expect(output).toContain('the embedded database ended by itself')
  })

  it('ends in order also when it is told to while it starts', async () => {
    const program = start()
    while (!isServing(home.path)) await wait(20)
    program.kill('SIGTERM')
    expect(await program.ended()).toMatchObject({
      code: 0,
      output: expect.stringContaining('"msg":"stopped"') as unknown,
    })
    expect(isServing(home.path)).toBe(false)
  })

  it('says in one line that its port is taken', async () => {
    const other = createServer()
    const port = await listen(other, 0, null)
    const { code, output } = await start({ PORT: String(port) }).ended()
    await stopListening(other)
    expect(code).toBe(1)
    expect(output).toContain(`Another program already listens on port ${port}`)
    expect(isServing(home.path)).toBe(false)
  })
})

describe('stopping to listen', () => {
  it('finishes a request in hand and takes no new one', async () => {
    const server = createServer((_request, response) => {
      setTimeout(() => response.end('done'), 300)
    })
    const port = await listen(server, 0, '127.0.0.1')
    const answer = new Promise<string>((resolve, reject) => {
      get({ port, host: '127.0.0.1' }, (response: IncomingMessage) => {
        response.on('data', (part: Buffer) => resolve(part.toString()))
      }).on('error', reject)
    })
    await wait(100)
    const stopped = stopListening(server)
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
    expect(await answer).toBe('done')
    await stopped
  })
})

async function readiness(app: { url: string }): Promise<unknown> {
  return (await sendJson(app, 'GET', '/readyz')).body['status']
}

/** As root the database of a closed folder is kept outside it. */
function databaseFolder(dataDir: string): string {
  if (process.getuid?.() !== 0) return join(dataDir, 'postgres')
  const hash = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16)
  return join('/var/lib/libro-abierto', hash)
}

function postmasterOf(dataDir: string): number {
  const text = readFileSync(join(databaseFolder(dataDir), 'data', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

function isServing(dataDir: string): boolean {
  try {
    process.kill(postmasterOf(dataDir), 0)
    return true
  } catch {
    return false
  }
}

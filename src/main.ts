import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { readEnvironment } from './environment.ts'
import { prepareDemoKeys, prepareInstallation } from './installation/index.ts'
import { tellInstallationCode } from './people/index.ts'
import { explainFailure } from './platform/explain-failure.ts'
import { openLog, type Log } from './platform/log/index.ts'
import { ensureAssets } from './platform/web/index.ts'
import { listen, openServer, stopListening } from './platform/web/listen.ts'
import { watchProcess } from './platform/web/metrics.ts'
import { fillDemo } from './seeding/index.ts'
import { onceToldToStop } from './stop-signals.ts'
import { openSystem, type System } from './system.ts'
import { registerWork } from './worker.ts'

/** Starts web and worker in one process and stops them gently, also when told to while starting. */
async function start(config: Config): Promise<void> {
  const log = openLog(config)
  const started = openAndServe(config, log)
  onceToldToStop(async (signal) => {
    log.info({ signal }, 'stopping: requests in hand, then jobs, then the database')
    const stop = await started
    await stop()
    log.info('stopped')
  }, log)
  await started
}

type Stop = () => Promise<void>

async function openAndServe(config: Config, log: Log): Promise<Stop> {
  const system = await openSystem(config, { as: 'server', log, onDatabaseLost: endAtOnce })
  try {
    return await serve(system)
  } catch (error) {
    await system.close()
    throw error
  }
}

async function serve(system: System): Promise<Stop> {
  const { config } = system
  await ensureAssets()
  const aboutDemo = await prepareInstallation(system, system.clock())
  await prepareDemoKeys(system, system.clock())
  let stopping = false
  const server = openServer(createApp(system, () => stopping))
  const port = await listen(server, config.port, config.host)
  await fillDemo(system, system.clock())
  registerWork(system)
  await system.jobs.start()
  watchProcess()
  announce(system, port, [...aboutDemo, ...(await tellInstallationCode(system))])
  return async () => {
    stopping = true
    await stopListening(server)
    await system.close()
  }
}

function announce({ config, log }: System, port: number, toTell: readonly string[]): void {
  log.info({ port, database: config.databaseUrl ? 'given' : 'embedded' }, 'listening')
  if (config.environment === 'production' && toTell.length === 0) return
  const lines = [`Libro Abierto: ${config.baseUrl}`, ...toTell]
  process.stdout.write(`\n${lines.map((line) => `  ${line}\n`).join('')}\n`)
}

/** Without its database nothing here can go on; whoever supervises the process starts it again. */
function endAtOnce(): void {
  process.exit(1)
}

try {
  await start(readEnvironment())
} catch (error) {
  const explained = explainFailure(error)
  if (explained === null) throw error
  process.stderr.write(`${explained}\n`)
  process.exitCode = 1
}

import { keepCompiledViews } from '../src/platform/web/index.ts'
import { tryMalformedRequests } from '../test/bad-input/try-malformed-requests.ts'
import { buildWorld } from '../test/bad-input/world.ts'
import { openDemoBook } from '../test/support/demo-book.ts'
import { startApp } from '../test/support/running-app.ts'
import { startTestServer } from '../test/support/test-server.ts'

/** `npm run fuzz [-- COUNT [SEED]]`: malformed requests to the real app, answers counted by status. */
const count = Number(process.argv[2] ?? 10_000)
const seed = Number(process.argv[3] ?? 1)
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  process.stderr.write('npm run fuzz -- COUNT [SEED]: two whole numbers.\n')
  process.exit(2)
}

// as in production: the views are no part of what is tried
keepCompiledViews()
const server = await startTestServer()
const test = await openDemoBook({ env: { LOG_LEVEL: 'error' } })
const app = await startApp(test.system)
try {
  const world = await buildWorld(test.system, app)
  let told = 0
  const tell = (done: number, faults: readonly string[]) => {
    for (; told < faults.length; told++) process.stdout.write(`FAULT ${faults[told]}\n`)
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${count}`)
  }
  const { counts, faults } = await tryMalformedRequests(world, { count, seed }, tell)
  process.stdout.write(
    `\n${count} malformed requests, seed ${seed}, ${world.routes.length} routes\n`,
  )
  for (const [status, times] of [...counts].toSorted(([a], [b]) => a - b)) {
    process.stdout.write(`${status === 0 ? 'cut' : status}: ${times}\n`)
  }
  if (faults.length > 0) process.exitCode = 1
} finally {
  await app.close()
  await test.close()
  await server.stop()
}

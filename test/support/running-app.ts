import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { ensureAssets } from '../../src/platform/web/index.ts'
import { openServer } from '../../src/platform/web/listen.ts'
import type { System } from '../../src/system.ts'

export interface RunningApp {
  url: string
  close(): Promise<void>
}

/** The real app on a free port. */
export async function startApp(system: System): Promise<RunningApp> {
  await ensureAssets()
  const server = openServer(createApp(system))
  // tests calculate for seconds in this same process: a connection must not go stale meanwhile
  server.keepAliveTimeout = 120_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()))
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, close }
}

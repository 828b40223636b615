import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../../platform/database/connection.ts'
import { openSecrets } from '../../platform/secrets.ts'
import { prepareSeeding } from '../making.ts'
import type { LivesTask } from './live-apart.ts'
import { liveInBatches } from './live-in-batches.ts'

/** Lives its share of the batches beside the hand that writes them, a few ahead of it. */

const AHEAD = 3

const { given } = workerData as { given: LivesTask }
const { databaseUrl, dataDir, request, now, share } = given
const port = parentPort
if (!port) throw new Error('not a thread')

let waiting = 0
let wake: (() => void) | null = null
port.on('message', () => {
  waiting -= 1
  wake?.()
})

const { db } = connect(databaseUrl, { maxConnections: 1 })
try {
  const making = await prepareSeeding({ db, secrets: openSecrets(dataDir) }, request, now)
  for await (const batch of liveInBatches(making, request, now, share)) {
    const bytes = batch.lives.tables.map(({ lines }) => lines.buffer)
    port.postMessage(batch, bytes)
    waiting += 1
    while (waiting >= AHEAD) await new Promise<void>((resolve) => void (wake = resolve))
  }
  port.postMessage(null)
} finally {
  await db.destroy()
  port.close()
}

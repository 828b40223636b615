import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DatedExample, Silence } from './learn-and-measure.ts'
import type { NewModel } from './model-store.ts'

export type ToThread =
  | { do: 'gather'; examples: readonly DatedExample[] }
  | { do: 'learn'; earlier: { bytes: Uint8Array; learntUntil: Date } | null }
export type FromThread = NewModel | Silence

/** Learning takes a core for seconds or minutes: in a thread of its own, so that pages go on. */
export async function learnApart(
  pages: AsyncIterable<readonly DatedExample[]>,
  earlier: { bytes: Buffer; learntUntil: Date } | null,
): Promise<FromThread> {
  const thread = new Worker(new URL('./begin-thread.js', import.meta.url), { execArgv: [] })
  const send = (message: ToThread) => thread.postMessage(message)
  try {
    const said = once(thread, 'message') as Promise<[FromThread]>
    // a thread that fails while pages are read is heard when it is asked
    said.catch(() => undefined)
    for await (const examples of pages) send({ do: 'gather', examples })
    send({ do: 'learn', earlier })
    const [learnt] = await said
    if (typeof learnt === 'string') return learnt
    return { ...learnt, bytes: Buffer.from(learnt.bytes) }
  } finally {
    await thread.terminate()
  }
}

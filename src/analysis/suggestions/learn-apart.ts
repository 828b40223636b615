import type { DatedExample, Silence } from './learn-and-measure.ts'
import type { NewModel } from './model-store.ts'
import { runApart } from '../../platform/threads/run-apart.ts'

export type ToThread =
  | { do: 'gather'; examples: readonly DatedExample[] }
  | { do: 'learn'; earlier: { bytes: Uint8Array; learntUntil: Date } | null }
export type FromThread = NewModel | Silence

export async function learnApart(
  pages: AsyncIterable<readonly DatedExample[]>,
  earlier: { bytes: Buffer; learntUntil: Date } | null,
): Promise<FromThread> {
  const thread = new URL('./learning-thread.ts', import.meta.url)
  const learnt = await runApart<ToThread, FromThread>(thread, messages(pages, earlier))
  return typeof learnt === 'string' ? learnt : { ...learnt, bytes: Buffer.from(learnt.bytes) }
}

async function* messages(
  pages: AsyncIterable<readonly DatedExample[]>,
  earlier: { bytes: Buffer; learntUntil: Date } | null,
): AsyncGenerator<ToThread> {
  for await (const examples of pages) yield { do: 'gather', examples }
  yield { do: 'learn', earlier }
}

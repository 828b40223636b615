import { once } from 'node:events'
import { openThread } from './open-thread.ts'

/**
 * What takes a core for seconds or minutes runs in a thread of its own, so that pages go on: it is sent
 * what it needs, message by message, and answers once.
 */
export async function runApart<Message, Answer>(
  module: URL,
  messages: AsyncIterable<Message> | Iterable<Message>,
): Promise<Answer> {
  const thread = openThread(module)
  try {
    const said = once(thread, 'message') as Promise<[Answer]>
    // a thread that fails while there is still something to send is heard when it is asked
    said.catch(() => undefined)
    for await (const message of messages) thread.postMessage(message)
    const [answer] = await said
    return answer
  } finally {
    await thread.terminate()
  }
}

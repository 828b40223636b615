import { createHash } from 'node:crypto'
import type { Message } from './read-message.ts'

/**
 * What makes a message the same one. The id alone would lose letters: some programs give every letter
 * the same. What the servers on its way add counts for nothing.
 */
export function messageKey(message: Message, raw: Buffer): Buffer {
  const hash = createHash('sha256')
  if (!message.whole) return hash.update(raw).digest()
  const { messageId, from, date, subject, text, files } = message
  hash.update(JSON.stringify([messageId, from.address, date, subject, text]))
  for (const { name, content } of files) {
    hash.update(JSON.stringify([name, content.length])).update(content)
  }
  return hash.digest()
}

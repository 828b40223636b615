import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mail } from './index.ts'
import { toMessage } from './message.ts'

/** Says nothing of whom it is for. */
export function letterFileName(messageId: string): string {
  return `${createHash('sha256').update(messageId).digest('hex').slice(0, 24)}.eml`
}

/** Development: one `.eml` file a letter; sending the same letter again replaces it. */
export function mailToFolder(folder: string, mailFrom: string): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(letter) {
      const { message } = await transport.sendMail(toMessage(letter, mailFrom))
      const path = join(folder, letterFileName(letter.messageId))
      await writeFile(path, message as Buffer, { mode: 0o600 })
      return { acceptedBy: `file: ${path}` }
    },
    close: () => undefined,
  }
}

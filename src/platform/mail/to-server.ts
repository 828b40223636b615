import { createTransport } from 'nodemailer'
import type { Mail } from './index.ts'

const PATIENCE_MS = 20_000

/** Crosses the network to SMTP_URL; one connection a letter, given up after twenty seconds. */
export function mailToServer(smtpUrl: string, mailFrom: string): Mail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const server = new URL(smtpUrl).host
  return {
    async send({ attachments, ...letter }) {
      const { response } = await transport.sendMail({
        from: mailFrom,
        ...letter,
        attachments: [...(attachments ?? [])],
      })
      return { acceptedBy: `${server}: ${response}` }
    },
    close: () => transport.close(),
  }
}

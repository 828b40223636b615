import { PassThrough } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Mail } from './index.ts'
import { letterNotTaken } from './letter-not-taken.ts'
import { toMessage } from './message.ts'

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
  const handedOver = new Set<unknown>()
  transport.use('stream', ({ data, message }, done) => {
    message.transform(
      () =>
        new PassThrough({
          flush(callback) {
            handedOver.add(data.messageId)
            callback()
          },
        }),
    )
    done()
  })
  const server = new URL(smtpUrl).host
  return {
    async send(letter) {
      try {
        const { response } = await transport.sendMail(toMessage(letter, mailFrom))
        return { acceptedBy: `${server}: ${withoutAddresses(response)}` }
      } catch (error) {
        throw letterNotTaken(error as object, handedOver.has(letter.messageId))
      } finally {
        handedOver.delete(letter.messageId)
      }
    },
    close: () => transport.close(),
  }
}

function withoutAddresses(response: string): string {
  return response.replace(/[^\s<>]+@[^\s<>]+/g, '…')
}

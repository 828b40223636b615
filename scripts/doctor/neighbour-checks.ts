import { createConnection } from 'node:net'
import { createTransport } from 'nodemailer'
import { opensMailbox } from '../../src/channels/index.ts'
import type { Config } from '../../src/config.ts'
import type { Finding } from './finding.ts'

const ANSWER_WITHIN_MS = 10_000

/** The servers that the book talks to, if it was told of any. */
export async function checkNeighbours(config: Config): Promise<Finding[]> {
  return Promise.all([checkMail(config), checkMailbox(config), checkScanner(config)])
}

async function checkMail({ smtpUrl, environment }: Config): Promise<Finding> {
  if (smtpUrl === null) {
    return { good: environment !== 'production', text: 'no mail server: letters become files' }
  }
  const transport = createTransport({ url: smtpUrl, connectionTimeout: ANSWER_WITHIN_MS })
  const { host } = new URL(smtpUrl)
  const good = await transport.verify().catch(() => false)
  transport.close()
  return { good, text: `the mail server ${host} ${good ? 'answers' : 'does not take our letters'}` }
}

async function checkMailbox({ imapUrl }: Config): Promise<Finding> {
  if (imapUrl === null) return { good: true, text: 'no mailbox: nothing comes in by mail' }
  const good = await opensMailbox(imapUrl, ANSWER_WITHIN_MS)
  const { host } = new URL(imapUrl)
  return { good, text: `the mailbox at ${host} ${good ? 'opens' : 'does not open'}` }
}

async function checkScanner({ clamdUrl }: Config): Promise<Finding> {
  if (clamdUrl === null) return { good: true, text: 'no virus scanner: files are not scanned' }
  const { protocol, hostname, port, pathname } = new URL(clamdUrl)
  const target = protocol === 'unix:' ? { path: pathname } : { host: hostname, port: Number(port) }
  const good = await answersPing(target)
  return { good, text: `the virus scanner ${good ? 'answers' : 'does not answer'}` }
}

function answersPing(target: { path: string } | { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(target, () => socket.write('zPING\0'))
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy())
    socket.once('data', (answer) => {
      resolve(answer.toString().startsWith('PONG'))
      socket.destroy()
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}

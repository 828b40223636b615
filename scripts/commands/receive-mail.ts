import { findAdministrationBySlug } from '../../src/administrations/index.ts'
import { MESSAGE_LIMIT, NobodyHere, receivedAt, takeMessage } from '../../src/channels/index.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

/** Of sysexits.h: what a mail server does next depends on it. */
const TRY_AGAIN = 75
const NO_SUCH_MAILBOX = 67

export const command: Command = {
  summary: 'Take one message from standard input, as a mail server hands it over.',
  usage: 'receive-mail [--administration SLUG] < message',
  options: { administration: { type: 'string' } },
  // a mistake of ours sends nothing back to whoever wrote: the mail server keeps it and tries again
  failsWith: TRY_AGAIN,
  run: (line) =>
    withSystem(async (system) => {
      const slug = line.find('administration')
      if (slug !== null && !(await findAdministrationBySlug(system.db, slug))) {
        throw new CannotStart(`There is no administration ${slug}.`)
      }
      const raw = await readInput(process.stdin)
      if (raw.length === 0) throw new CannotStart('There is no message on standard input.')
      const now = system.clock()
      try {
        await takeMessage(system, { raw, receivedAt: receivedAt(raw, now), slug }, now)
      } catch (error) {
        if (!(error instanceof NobodyHere)) throw error
        process.stderr.write(`${error.message}.\n`)
        process.exitCode = NO_SUCH_MAILBOX
      }
    }),
}

async function readInput(input: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of input) {
    if (bytes < MESSAGE_LIMIT) parts.push(part)
    bytes += part.length
  }
  return Buffer.concat(parts).subarray(0, MESSAGE_LIMIT)
}

import { startMailbox, type Mailbox } from './mailbox.ts'
import { openTestSystem, type TestSystem } from './test-system.ts'

/** A system whose letters go to a real mail server that keeps them. */
export interface LetterHouse extends TestSystem {
  /** May be replaced by another while the house stands. */
  mailbox: Mailbox
  /** Moves the frozen clock on. */
  later(minutes: number): void
}

export async function openLetterHouse(): Promise<LetterHouse> {
  const mailbox = await startMailbox()
  const test = await openTestSystem({ env: { SMTP_URL: mailbox.url } })
  const house: LetterHouse = {
    ...test,
    mailbox,
    later: (minutes) => test.clockAt(new Date(test.system.clock().getTime() + minutes * 60_000)),
    close: async () => {
      await test.close()
      await house.mailbox.close()
    },
  }
  return house
}

import type { System } from '../system.ts'
import type { Notice } from './notice.ts'
import { getNotice, type NoticeId } from './notice-store.ts'

export type SettledNotice = Notice & {
  state: 'sent' | 'failed' | 'unconfirmed' | 'cancelled'
}

/** May be told twice, or told `sent` after `unconfirmed`: it must look at what it already knows. */
export type OutcomeHandler = (system: System, notice: SettledNotice) => Promise<void>

const handlers = new Map<string, OutcomeHandler>()

/** For a feature whose own step waits for a letter: the delivery of an answer. */
export function onNoticeSettled(template: string, handler: OutcomeHandler): void {
  handlers.set(template, handler)
}

export function isAwaited(template: string): boolean {
  return handlers.has(template)
}

/** Done by a job of its own, so that what became of a letter is told even after a crash. */
export async function tellOutcome(system: System, id: NoticeId): Promise<void> {
  const notice = await getNotice(system.db, id)
  if (isSettled(notice)) await handlers.get(notice.template)?.(system, notice)
}

function isSettled(notice: Notice): notice is SettledNotice {
  return notice.state !== 'queued' && notice.state !== 'sending'
}

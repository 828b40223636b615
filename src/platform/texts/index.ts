import type { Config } from '../../config.ts'
import { LetterNotTaken, type NotTakenReason } from '../mail/index.ts'

/** One text message to a telephone. It leaves from a job and never from a request. */
export interface TextMessage {
  to: string
  text: string
  /** The same however often it is tried: whoever sends it sends it once. */
  id: string
}

export interface Texts {
  /** Returns who took the message over; throws LetterNotTaken when nobody did. */
  send(message: TextMessage): Promise<{ acceptedBy: string }>
}

const PATIENCE_MS = 10_000

/** Null: nobody sends text messages. */
export function openTexts({ smsWebhookUrl }: Pick<Config, 'smsWebhookUrl'>): Texts | null {
  return smsWebhookUrl === null ? null : textsToWebhook(smsWebhookUrl, PATIENCE_MS)
}

/** Crosses the network to SMS_WEBHOOK_URL, given up after ten seconds. Its words are never kept: they may repeat the number. */
export function textsToWebhook(address: string, patienceMs: number): Texts {
  const { host } = new URL(address)
  return {
    async send(message) {
      const status = await post(address, message, patienceMs)
      if (status < 200 || status > 299) throw new LetterNotTaken(reasonOf(status), status)
      return { acceptedBy: `${host}: ${status}` }
    },
  }
}

async function post(address: string, message: TextMessage, patienceMs: number): Promise<number> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    await answer.body?.cancel()
    return answer.status
  } catch {
    // also when it may have arrived: its id lets the other side see that it is the same
    throw new LetterNotTaken('server_unreachable', null)
  }
}

/** What is wrong with the message stays wrong; anything else may pass. */
function reasonOf(status: number): NotTakenReason {
  return [400, 410, 413, 422].includes(status) ? 'address_rejected' : 'server_refused'
}

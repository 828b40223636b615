import { callServer, type ServerLine } from '../../offline/call-server.ts'
import { failureOf, type SendOutcome } from '../../offline/send-outcome.ts'
import type { QueuedItem, QueueStore } from './queue-store.ts'

/** Which files the server said it has, so that a second try does not send them again. */
export type SentFiles = Set<string>

/** The files first, then the filing that names them. */
export async function sendItem(
  item: QueuedItem,
  line: ServerLine & { store: QueueStore },
  sent: SentFiles,
): Promise<SendOutcome> {
  const refused = await sendFiles(item, line, sent)
  if (refused) return refused
  const outcome = await postItem(item, line, sent)
  if (outcome !== 'files_missing') return outcome
  const again = await sendFiles(item, line, sent)
  if (again) return again
  const second = await postItem(item, line, sent)
  return second === 'files_missing' ? { is: 'later', askedMs: 0, busy: false } : second
}

async function sendFiles(
  { id, files }: QueuedItem,
  line: ServerLine & { store: QueueStore },
  sent: SentFiles,
): Promise<SendOutcome | null> {
  for (const { n } of files) {
    if (sent.has(keyOf(id, n))) continue
    const bytes = await line.store.getFile(id, n)
    const path = `/api/v1/devices/filings/${id}/files/${n}`
    const answer = await callServer(line, 'PUT', path, { bytes })
    if (!answer || answer.status !== 204) return failureOf(answer, line.clock())
    sent.add(keyOf(id, n))
  }
  return null
}

async function postItem(
  { id, sequence, madeAt, keyId, sealed, files }: QueuedItem,
  line: ServerLine,
  sent: SentFiles,
): Promise<SendOutcome | 'files_missing'> {
  const clock = line.clock().toISOString()
  const json = { id, sequence, clock, madeAt, keyId, sealed, files }
  const answer = await callServer(line, 'POST', '/api/v1/devices/filings', { json })
  const isKept = answer && answer.status >= 200 && answer.status < 300 && answer.body['id'] === id
  if (isKept) return { is: 'kept', answer: answer.body }
  const missing = answer?.status === 409 ? answer.body['missingFiles'] : null
  if (!Array.isArray(missing) || missing.length === 0) return failureOf(answer, line.clock())
  for (const n of missing) sent.delete(keyOf(id, Number(n)))
  return 'files_missing'
}

function keyOf(id: string, n: number): string {
  return `${id}/${n}`
}

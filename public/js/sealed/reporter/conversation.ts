import type { DialogueWire } from '../../../../src/corruption-reports/dialogue/dialogue-data.ts'
import {
  type AsReporter,
  deriveReceipt,
  fromBase64url,
  identifyAsReporter,
  type Identity,
  openAsReporter,
  type Receipt,
  toBase64url,
  verifyDirectory,
  writeAsReporter,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { post } from './post.ts'
import { random } from './random.ts'
import type { SentFile } from './send-file.ts'

export interface Conversation {
  wire: DialogueWire
  opened: AsReporter
  receipt: Receipt
}

/** Only what the words derive for authentication leaves the browser; everything is opened here. */
export async function openConversation(
  api: string,
  administrationId: string,
  bits: Uint8Array,
): Promise<Conversation> {
  const receipt = deriveReceipt(bits, administrationId)
  const wire = await post<DialogueWire>(`${api}/dialogue`, { auth: toBase64url(receipt.auth) })
  const boxes = {
    id: fromBase64url(wire.id),
    epoch: wire.epoch,
    self: fromBase64url(wire.self),
    notices: wire.notices.map(({ epoch, by, box, signature }) => ({
      epoch,
      notice: { by, box: fromBase64url(box), signature: fromBase64url(signature) },
    })),
    messages: wire.messages.map(({ epoch, direction, box }) => ({
      epoch,
      direction,
      box: fromBase64url(box),
    })),
  }
  const directory = verifyDirectory(wire.directory, administrationId)
  return { wire, opened: openAsReporter(receipt, boxes, directory), receipt }
}

export async function say(
  api: string,
  { opened, receipt }: Conversation,
  text: string,
  files: readonly SentFile[],
): Promise<void> {
  const body = { text, files: files.map(({ key }) => key) }
  const { box, ...place } = writeAsReporter(opened, body, random)
  await post(`${api}/dialogue/messages`, {
    ...place,
    auth: toBase64url(receipt.auth),
    box: toBase64url(box),
    files: files.map(({ key, secret }) => ({ id: key.id, secret: toBase64url(secret) })),
  })
}

export async function giveName(
  api: string,
  { opened, receipt }: Conversation,
  identity: Identity,
): Promise<void> {
  const boxes = identifyAsReporter(receipt, opened, identity, random)
  await post(`${api}/dialogue/identity`, {
    auth: toBase64url(receipt.auth),
    identity: toBase64url(boxes.identity),
    self: toBase64url(boxes.self),
  })
}

export async function withdraw(api: string, { receipt }: Conversation): Promise<void> {
  await post(`${api}/dialogue/withdrawal`, { auth: toBase64url(receipt.auth) })
}

import type { Directory } from './directory.ts'
import { type EpochNotice, openEpochNotice } from './epoch.ts'
import { type Dialogue, openDialogue, sealMessage, type StoredMessage } from './message.ts'
import type { Random } from './bytes.ts'
import type { Receipt } from './receipt.ts'
import { Refused } from './refused.ts'
import { openSelf, sealSelf, type Self } from './self-box.ts'
import { boxIdentity, type Identity } from './identity.ts'

/** What the server keeps for whoever comes back with the ten words. */
export interface ReporterBoxes {
  id: Uint8Array
  epoch: number
  self: Uint8Array
  notices: readonly { epoch: number; notice: EpochNotice }[]
  messages: readonly StoredMessage[]
}

export interface AsReporter {
  id: Uint8Array
  epoch: number
  self: Self
  keyOf(epoch: number): Uint8Array | null
  dialogue: Dialogue
}

/** Opens everything that the ten words open; what was changed or moved on the way is refused. */
export function openAsReporter(
  receipt: Receipt,
  boxes: ReporterBoxes,
  directory: Directory,
): AsReporter {
  const { id, epoch } = boxes
  const self = openSelf(receipt.selfKey, id, boxes.self)
  const keys = new Map([[1, self.dialogueKey]])
  for (const { epoch: later, notice } of boxes.notices) {
    const { mailbox } = receipt
    const opened = openEpochNotice({ id, epoch: later }, notice, { mailbox, directory })
    keys.set(later, opened.dialogueKey)
  }
  const keyOf = (of: number) => keys.get(of) ?? null
  return { id, epoch, self, keyOf, dialogue: openDialogue(id, boxes.messages, keyOf) }
}

/** The next message of the reporter, in its place. */
export function writeAsReporter(opened: AsReporter, body: object, random: Random) {
  const { id, epoch, dialogue } = opened
  const { seq, previous } = dialogue
  const key = opened.keyOf(epoch) ?? opened.self.dialogueKey
  const place = { id, epoch, direction: 'to_officers' as const, seq, previous }
  return { seq, epoch, box: sealMessage(key, place, body, random) }
}

/** An identity given later. The reporter's own box forgets its key: the ten words must not open it. */
export function identifyAsReporter(
  receipt: Receipt,
  { id, self }: AsReporter,
  identity: Identity,
  random: Random,
): { identity: Uint8Array; self: Uint8Array } {
  if (!self.identityKey) throw new Refused('already_given')
  return {
    identity: boxIdentity(self.identityKey, id, identity, random),
    self: sealSelf(receipt.selfKey, { ...self, identityKey: null }, random),
  }
}

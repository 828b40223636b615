import { fromBase64url } from './base64url.ts'
import { openWith } from './box.ts'
import { sameBytes } from './bytes.ts'
import { type Content, readContent } from './content.ts'
import { sha256 } from './derive.ts'
import { type Directory, directoryAt } from './directory.ts'
import type { SealedEpoch } from './envelope.ts'
import { contentSecretOf, type EpochKeys, epochKeysOf } from './epoch-key.ts'
import type { BoxKeys } from '../../platform/hpke/index.ts'
import { unpadJson } from './padding.ts'
import { readersFor, slotHolders } from './readers.ts'
import { Refused } from './refused.ts'
import { openSlot, type OpenedSlot } from './slots.ts'

export type ToOpen = Pick<SealedEpoch, 'id' | 'epoch' | 'content' | 'contentKey'>

export interface OpenedReport {
  id: Uint8Array
  epoch: number
  content: Content
  contentHash: Uint8Array
  keys: EpochKeys
  dialogueKey: Uint8Array
}

/** Null when the slot is not for this member; throws when it is, and the report is not what it was. */
export function openReport(
  sealed: ToOpen,
  slot: Uint8Array,
  member: { id: string; x: BoxKeys },
): OpenedReport | null {
  const opened = openSlot(sealed, member.id, member.x, slot)
  return opened && openBySlot(sealed, opened)
}

/** What the slot says is checked: throws when the report is not what it was. */
export function openBySlot(
  sealed: ToOpen,
  opened: OpenedSlot,
  agreed: Uint8Array | null = null,
): OpenedReport {
  if (!sameBytes(opened.contentHash, sha256(sealed.content))) throw new Refused('tampered')
  const report = openContent(sealed, opened.c, agreed)
  if (!report) throw new Refused('tampered')
  return report
}

/** Null when c is not the one of this epoch. */
export function openContent(
  sealed: ToOpen,
  c: Uint8Array,
  agreed: Uint8Array | null = null,
): OpenedReport | null {
  const { id, epoch } = sealed
  const receiver = { secret: contentSecretOf(c), publicKey: sealed.contentKey }
  const padded = openWith(receiver, ['content', id, epoch], sealed.content, agreed)
  if (!padded) return null
  const content = readContent(unpadJson(padded))
  return {
    id,
    epoch,
    content,
    contentHash: sha256(sealed.content),
    keys: epochKeysOf(c),
    dialogueKey: fromBase64url(content.dialogueKey, 32),
  }
}

export type Alarm =
  | 'unknown_directory' // the reporter was shown another directory than ours
  | 'other_directory' // the server says that the slots are of another directory than the content
  | 'other_readers' // the key went to others than the directory and the marks give
  | 'other_action_key' // whoever has its other half could act in the readers' place
  | 'unknown_slot' // the server gives slots to somebody who was in no such directory

/** What an officer's client warns of, besides what does not open at all. Empty when all is well. */
export function alarmsOf(
  { content, keys }: OpenedReport,
  sealed: Pick<SealedEpoch, 'directory' | 'actionKey'>,
  slotMembers: readonly string[],
  directory: Directory,
): Alarm[] {
  const named = fromBase64url(content.directory, 32)
  const then = directoryAt(directory, named)
  if (!then) return ['unknown_directory']
  const readers = readersFor(then, content).readers.map(({ id }) => id)
  const holders = [...slotHolders(then), ...slotHolders(directory)].map(({ id }) => id)
  const alarms: [Alarm, boolean][] = [
    ['other_directory', !sameBytes(named, sealed.directory)],
    ['other_readers', readers.join(' ') !== content.readers.join(' ')],
    ['other_action_key', !sameBytes(keys.action.publicKey, sealed.actionKey)],
    ['unknown_slot', !slotMembers.every((member) => holders.includes(member))],
  ]
  return alarms.filter(([, raised]) => raised).map(([alarm]) => alarm)
}

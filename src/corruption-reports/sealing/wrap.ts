import { bind } from './bind.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import type { Random } from './bytes.ts'
import type { Directory } from './directory.ts'
import { envelopeSizes, type Slot } from './envelope.ts'
import { slotFromJson, type SlotJson, slotToJson } from './envelope-json.ts'
import { everMarked } from './epoch.ts'
import type { OpenedReport } from './open-report.ts'
import { slotHolders } from './readers.ts'
import { sealRecovery } from './recovery.ts'
import { Refused } from './refused.ts'
import { sealSlots } from './slots.ts'

/** What a reader who comes later gets of one epoch: a place, and its shares for the holders. */
export interface WrappedEpoch {
  epoch: number
  box: Uint8Array
  /** One for every holder of a recovery share, so that lost keys give back this place too. */
  recovery: readonly Slot[]
}

/**
 * Every epoch that the one who wraps can read, for a new officer. Whoever the newest one keeps out
 * gets none of them, and a holder whom it marks no share of any.
 */
export function wrapForReader(
  epochs: readonly OpenedReport[],
  directory: Directory,
  memberId: string,
  random: Random,
): WrappedEpoch[] {
  const reader = slotHolders(directory).find(({ id }) => id === memberId)
  const newest = [...epochs].sort((one, other) => other.epoch - one.epoch)[0]
  if (!reader || !newest) throw new Refused('not_a_reader')
  const isOut = epochs.some(({ content }) => everMarked(directory, content).includes(memberId))
  if (isOut) throw new Refused('conflict')
  const only = { owners: [reader], readers: [reader], out: newest.content }
  return epochs.flatMap((opened) => {
    const { epoch, keys, contentHash } = opened
    const recovery = sealRecovery(opened, keys.c, directory, only, random)
    const slots = sealSlots(opened, { c: keys.c, contentHash }, [reader], [reader], random)
    return slots.map(({ box }) => ({ epoch, box, recovery }))
  })
}

/** What whoever wraps signs; whoever approves signs the member alone. */
export function wrapBody(memberId: string, epochs: readonly WrappedEpoch[]): Uint8Array {
  const parts = epochs.flatMap(({ epoch, box, recovery }) => [
    epoch,
    box,
    ...recovery.flatMap(({ member, box: share }) => [member, share]),
  ])
  return bind(memberId, ...parts)
}

export interface WrappedEpochJson {
  epoch: number
  box: string
  recovery: readonly SlotJson[]
}

export function wrapToJson({ epoch, box, recovery }: WrappedEpoch): WrappedEpochJson {
  return { epoch, box: toBase64url(box), recovery: recovery.map(slotToJson) }
}

/** Refuses every size but the right one. The door has seen that the fields are there. */
export function wrapFromJson({ epoch, box, recovery }: WrappedEpochJson): WrappedEpoch {
  return {
    epoch,
    box: fromBase64url(box, envelopeSizes.slot),
    recovery: recovery.map((one) => slotFromJson(one, envelopeSizes.recovery(1))),
  }
}

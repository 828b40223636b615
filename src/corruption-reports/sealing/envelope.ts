import { boxOverhead } from './box.ts'
import { hpkeOverhead } from '../../platform/hpke/index.ts'
import { contentUnit, identitySize, largestContent } from './padding.ts'
import { selfLength } from './self-box.ts'
import { shareLength } from './shamir.ts'

export interface Slot {
  member: string
  box: Uint8Array
}

/** What changes with the epoch. */
export interface SealedEpoch {
  id: Uint8Array
  epoch: number
  /** The hash of the directory whose members have slots. */
  directory: Uint8Array
  /** The public halves of C and A. */
  contentKey: Uint8Array
  actionKey: Uint8Array
  content: Uint8Array
  slots: readonly Slot[]
  /** One for every holder of a recovery share. */
  recovery: readonly Slot[]
}

/** Everything that a report is when it is filed. */
export interface Envelope extends SealedEpoch {
  /** The hash of what the receipt gives for authentication. */
  receipt: Uint8Array
  self: Uint8Array
  identity: Uint8Array
  /** One for every custodian. */
  identityShares: readonly Slot[]
  commitment: Uint8Array
  /** The ids of uploaded files, for the server to keep them with the report. */
  files: readonly Uint8Array[]
}

export const envelopeSizes = {
  id: 16,
  hash: 32,
  key: 32,
  /** c and the hash of the content. */
  slot: 64 + hpkeOverhead,
  /** A content is `contentUnit · 2^n + contentOverhead`, up to the largest. */
  contentUnit,
  contentOverhead: hpkeOverhead,
  largestContent: largestContent + hpkeOverhead,
  /** One share for each slot. */
  recovery: (slots: number) => slots * shareLength(32) + hpkeOverhead,
  self: selfLength + boxOverhead,
  identity: identitySize + boxOverhead,
  identityShare: shareLength(32) + hpkeOverhead,
} as const

export function isContentSize(length: number): boolean {
  const units = (length - hpkeOverhead) / contentUnit
  return units >= 1 && Number.isInteger(Math.log2(units)) && length <= envelopeSizes.largestContent
}

import {
  bytesOfText,
  hpkeOpen,
  hpkeSeal,
  textOfBytes,
  type BoxKeys,
  type Random,
} from '../../../platform/hpke/index.ts'

/** As an evaluator finds an element there and then; what was not seen stays unmarked. */
export const FOUND_STATES = ['met', 'not_met', 'not_applicable', 'not_seen'] as const
export type FoundState = (typeof FOUND_STATES)[number]

/** Whose item of which visit; bound to what is sealed, so that nobody sends it as theirs. */
export interface ItemOfVisit {
  accountId: string
  evaluationId: string
  id: string
}

export interface PhotoOfVisit extends ItemOfVisit {
  elementId: string
  /** The day in the administration's own place. */
  takenOn: string
}

/** What stands inside the seal. */
export interface SealedNote {
  v: 1
  /** The tablet's own copy of the visit: what it said before is no conflict with what it says now. */
  copyId: string
  elementId: string | null
  kind: 'observation' | 'interview'
  state: FoundState | null
  words: string
  /** The element's mark as the tablet knew it; 0: none. */
  revision: number
  /** By the tablet's own clock. */
  madeAt: string
}

const noteInfo = bytesOfText('libro-abierto/visit-note/1')
const photoInfo = bytesOfText('libro-abierto/visit-photo/1')

export function sealNote(
  receiver: Uint8Array,
  item: ItemOfVisit,
  note: SealedNote,
  random: Random,
): Uint8Array {
  return hpkeSeal(receiver, aboutNote(item), bytesOfText(JSON.stringify(note)), random(32))
}

/** Throws when it does not open or is not JSON; what it says is still to be checked. */
export function openNote(receiver: BoxKeys, item: ItemOfVisit, sealed: Uint8Array): unknown {
  return JSON.parse(textOfBytes(hpkeOpen(receiver, aboutNote(item), sealed)))
}

export function sealPhoto(
  receiver: Uint8Array,
  photo: PhotoOfVisit,
  bytes: Uint8Array,
  random: Random,
): Uint8Array {
  return hpkeSeal(receiver, aboutPhoto(photo), bytes, random(32))
}

/** Throws when it does not open. */
export function openPhoto(receiver: BoxKeys, photo: PhotoOfVisit, sealed: Uint8Array): Uint8Array {
  return hpkeOpen(receiver, aboutPhoto(photo), sealed)
}

function aboutNote({ accountId, evaluationId, id }: ItemOfVisit) {
  return { info: noteInfo, aad: bytesOfText(`${accountId}|${evaluationId}|${id}`) }
}

function aboutPhoto({ accountId, evaluationId, id, elementId, takenOn }: PhotoOfVisit) {
  const parts = [accountId, evaluationId, id, elementId, takenOn]
  return { info: photoInfo, aad: bytesOfText(parts.join('|')) }
}

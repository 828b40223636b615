import { sha256 } from './derive.ts'
import type { EpochKeys } from './epoch-key.ts'
import { sign, verifies } from './member-key.ts'
import type { At } from './slots.ts'

/** A step of an officer: only who reads the report can sign it, and the server cannot tell who reads. */
export interface Act extends At {
  action: string
  /** Its number in the report: no step is done twice, nor later. */
  seq: number
  /** Exactly what was sent. */
  body: Uint8Array
}

export function signAct(keys: EpochKeys, act: Act): Uint8Array {
  return sign(keys.action, 'act', ...partsOf(act))
}

export function verifyAct(actionKey: Uint8Array, act: Act, signature: Uint8Array): boolean {
  return verifies(actionKey, signature, 'act', ...partsOf(act))
}

function partsOf({ action, id, epoch, seq, body }: Act) {
  return [action, id, epoch, seq, sha256(body)] as const
}

import { bind } from './bind.ts'
import { sha256 } from './derive.ts'

/** Proves a filing to whoever is given the opening, and tells nothing to anybody else. */
export function commitmentLeaf(opening: Uint8Array, contentHash: Uint8Array): Uint8Array {
  return sha256(bind('v1', opening, contentHash))
}

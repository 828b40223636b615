import { openBox, sealBox } from './box.ts'
import { bytesOfText, type Random, textOfBytes } from './bytes.ts'
import { derive } from './derive.ts'
import { Refused } from './refused.ts'

/** What goes to another authority: opened with ten words that travel by another way than the file. */
export interface ReferralPackage {
  v: 1
  /** Lines of "what: value", in the words of whoever hands it over. */
  facts: readonly (readonly [string, string])[]
  narration: string
  dialogue: readonly { who: string; day: string; text: string }[]
  files: readonly { name: string; type: string; bytes: string }[]
}

/** The bits of the words are as many as a receipt's: a fast derivation is enough for them. */
export function sealPackage(bits: Uint8Array, content: ReferralPackage, random: Random) {
  return sealBox(keyOf(bits), ['package', 1], bytesOfText(JSON.stringify(content)), random)
}

export function openPackage(bits: Uint8Array, sealed: Uint8Array): ReferralPackage {
  const plain = openBox(keyOf(bits), ['package', 1], sealed)
  if (!plain) throw new Refused('wrong_passphrase')
  return JSON.parse(textOfBytes(plain)) as ReferralPackage
}

function keyOf(bits: Uint8Array): Uint8Array {
  return derive(bits, 'package')
}

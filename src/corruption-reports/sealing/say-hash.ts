/** As it is printed on a receipt, to be compared by eye or read aloud. */
export function sayHash(hash: Uint8Array): string {
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.match(/.{1,4}/g)?.join(' ') ?? ''
}

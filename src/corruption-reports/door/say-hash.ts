/** As it is printed on a receipt, to be compared by eye. */
export function sayHash(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex').match(/.{4}/g)?.join(' ') ?? ''
}

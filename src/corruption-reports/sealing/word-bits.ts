const bitsOfWord = 11

/** The first `count` numbers of eleven bits. */
export function indexesOf(bytes: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_, word) => {
    let index = 0
    for (let bit = word * bitsOfWord; bit < (word + 1) * bitsOfWord; bit++) {
      index = (index << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    }
    return index
  })
}

/** The numbers' bits one after the other, and zeros up to the last byte. */
export function fromIndexes(indexes: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  const bits = indexes.flatMap((index) =>
    Array.from({ length: bitsOfWord }, (_, bit) => (index >> (bitsOfWord - 1 - bit)) & 1),
  )
  for (const [at, bit] of bits.entries()) {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (7 - (at & 7)))
  }
  return bytes
}

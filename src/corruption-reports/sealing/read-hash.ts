/** As the receipt prints it, or run together; null for anything else. */
export function readHash(text: string): Uint8Array | null {
  const hex = text.replace(/\s/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hex)) return null
  return Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16))
}

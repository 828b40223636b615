import type { Random } from '../../../platform/hpke/index.ts'

/** Without I, L, O and U, which are misheard or misread; as the book's own secrets. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The secret that the receipt shows at once and that stays good: 80 bits in four groups of four. */
export function newPrintedToken(random: Random): string {
  const sixteen = Array.from(random(16), (byte) => letters.charAt(byte & 31))
  return [0, 4, 8, 12].map((at) => sixteen.slice(at, at + 4).join('')).join('-')
}

/** `DEMO-T7K3-000042`: the book, the tablet, and the how manieth of the tablet it is. */
export function provisionalNumber(bookCode: string, deviceCode: string, sequence: number): string {
  return `${bookCode}-${deviceCode}-${String(sequence).padStart(6, '0')}`
}

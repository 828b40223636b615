import { createHmac, timingSafeEqual } from 'node:crypto'

/** What every authenticator app takes for granted: RFC 6238 with SHA-1, six digits, thirty seconds. */
export const stepSeconds = 30
const digits = 6
/** A clock may be one step behind or ahead. */
const drift = [-1, 0, 1]

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds)
}

/** RFC 4226, 5.3. */
export function codeOfStep(secret: Buffer, step: number, length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac.readUInt8(mac.length - 1) & 0x0f
  const number = mac.readUInt32BE(at) & 0x7fffffff
  return String(number % 10 ** length).padStart(length, '0')
}

/** The step that the code belongs to, later than the last one taken; null when it is none of these. */
export function stepOfCode(
  secret: Buffer,
  code: string,
  { now, lastStep }: { now: Date; lastStep: number },
): number | null {
  const steps = drift.map((by) => stepAt(now) + by).filter((step) => step > lastStep)
  return steps.find((step) => isSame(codeOfStep(secret, step), code)) ?? null
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

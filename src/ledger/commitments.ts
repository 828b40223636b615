import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * A promise about a content that reveals nothing of it: the SHA-256 of a random salt and the text.
 * Once content and salt are erased, nobody can tell what was promised, and the history still holds.
 */
export interface Commitment {
  salt: Buffer
  commitment: Buffer
}

export function commitTo(content: string): Commitment {
  const salt = randomBytes(16)
  return { salt, commitment: hashOf(salt, content) }
}

export function isCommitmentTo(content: string, { salt, commitment }: Commitment): boolean {
  return timingSafeEqual(hashOf(salt, content), commitment)
}

function hashOf(salt: Buffer, content: string): Buffer {
  return createHash('sha256').update(salt).update(content, 'utf8').digest()
}

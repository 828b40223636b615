import { z } from 'zod'
import { everyWordList } from '../door/say-words.ts'
import {
  batchesFromJson,
  findFiling,
  type FoundFiling,
  fromBase64url,
  readHash,
  readWords,
  Refused,
} from '../sealing/index.ts'

const batchesFile = z.object({
  administration: z.string(),
  publicKey: z.string(),
  batches: z.array(
    z.object({
      seq: z.int(),
      week: z.string(),
      previous: z.string(),
      root: z.string(),
      signature: z.string(),
      leaves: z.array(z.string()),
    }),
  ),
})

export type CheckedReceipt = FoundFiling | { problem: 'file' | 'words' | 'hash' }

/** The page's check, for somebody who has the file with all batches and no browser to trust. */
export function checkReceipt(file: string, words: string, hash: string): CheckedReceipt {
  const parsed = batchesFile.safeParse(parseJson(file))
  if (!parsed.success) return { problem: 'file' }
  const read = readWords(words, everyWordList)
  if (!('bits' in read)) return { problem: 'words' }
  const contentHash = readHash(hash)
  if (!contentHash) return { problem: 'hash' }
  const { administration, publicKey } = parsed.data
  try {
    const batches = batchesFromJson(parsed.data)
    const published = { administration, publicKey: fromBase64url(publicKey, 32), batches }
    return findFiling(published, read.bits, contentHash)
  } catch (error) {
    if (error instanceof Refused) return { problem: 'tampered' }
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

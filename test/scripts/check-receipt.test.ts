import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sayHash } from '../../src/corruption-reports/sealing/say-hash.ts'
import { sayWords } from '../../src/corruption-reports/door/say-words.ts'
import {
  batchesToJson,
  commitmentLeaf,
  deriveReceipt,
  fillBatches,
  newReceiptBits,
  signBatch,
  signKeysOf,
} from '../../src/corruption-reports/sealing/index.ts'
import { checkReceipt } from '../../src/corruption-reports/proofs/index.ts'
import { closedFolder } from '../support/program.ts'

const administration = 'a'
const bits = newReceiptBits(randomBytes)
const contentHash = randomBytes(32)
const receipt = `${sayWords(bits, 'en').join(' ')}\n${sayHash(contentHash)}\n`

let home: Awaited<ReturnType<typeof closedFolder>>
beforeAll(async () => {
  home = await closedFolder()
})
afterAll(() => home.remove())

function published() {
  const keys = signKeysOf(randomBytes(32))
  const leaf = commitmentLeaf(deriveReceipt(bits, administration).opening, contentHash)
  const [leaves = new Uint8Array()] = fillBatches([leaf], randomBytes)
  const previous = new Uint8Array(32)
  const batch = signBatch(keys, { administration, seq: 1, week: '2026-03-02', previous, leaves })
  return batchesToJson(administration, keys.publicKey, [batch])
}

async function check(file: object, typed: string) {
  const path = join(home.path, 'constancias.json')
  await writeFile(path, JSON.stringify(file))
  const words = ['--import', 'tsx', 'scripts/libro.ts', 'check-receipt', path]
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(typed)
  const [said, failed] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { said, failed, code: child.exitCode }
}

describe('Checking a receipt without a browser', () => {
  it('says the week, from the file, the words and the hash alone', async () => {
    const { said, code } = await check(published(), receipt)
    expect(said).toContain('filed in the week of Monday 2026-03-02')
    expect(code).toBe(0)
  }, 60_000)

  it('says why not, and fails', async () => {
    const { said, failed, code } = await check({}, receipt)
    expect(failed).toContain('not the file')
    expect(said).toBe('')
    expect(code).toBe(1)
  }, 60_000)

  it('tells a receipt that is not there from one badly typed and from changed lists', () => {
    const file = published()
    const [words = '', hash = ''] = receipt.split('\n')
    const forged = { ...file, batches: file.batches.map((one) => ({ ...one, week: '2026-03-09' })) }
    const checked = (given: object, typedWords: string, typedHash: string) =>
      checkReceipt(JSON.stringify(given), typedWords, typedHash)
    expect(checked(file, words, hash)).toEqual({ week: '2026-03-02' })
    expect(checked(file, words, sayHash(randomBytes(32)))).toEqual({ problem: 'not_found' })
    expect(checked(forged, words, hash)).toEqual({ problem: 'tampered' })
    expect(checked(file, 'una dos', hash)).toEqual({ problem: 'words' })
    expect(checked(file, words, 'abcd')).toEqual({ problem: 'hash' })
  })
})

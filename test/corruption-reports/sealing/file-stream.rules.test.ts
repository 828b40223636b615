import { describe, expect, it } from '@jest/globals'
import { concatBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import {
  chunkLength,
  decryptFile,
  encryptFile,
  planFile,
  sealChunk,
  sealedChunkLength,
} from '../../../src/corruption-reports/sealing/index.ts'
import { countingRandom } from './people.ts'

const key = countingRandom(1)(32)
const boundary = [
  0,
  1,
  1024,
  chunkLength - 1,
  chunkLength,
  chunkLength + 1,
  2 * chunkLength,
  1_000_000,
]

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return concatBytes(...all)
}

function pieces(file: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(file.length / size) }, (_, index) =>
    file.subarray(index * size, (index + 1) * size),
  )
}

const fileOf = (length: number) => new Uint8Array(length).map((_, at) => at * 7)
const seal = (file: Uint8Array) => whole(encryptFile(key, file.length, [file]))

describe('a file', () => {
  it.each(boundary)('of %i bytes comes back, whatever pieces it goes in', async (length) => {
    const file = fileOf(length)
    const sealed = await whole(encryptFile(key, length, pieces(file, 40_000)))
    expect(sealed).toHaveLength(planFile(length).sealed)
    const back = await whole(decryptFile(key, length, pieces(sealed, 70_000)))
    expect(Buffer.compare(back, file)).toBe(0)
  })

  it('of any length comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(300_000),
        fc.integer({ min: 1_000, max: 200_000 }),
        async (length, size) => {
          const file = fileOf(length)
          const sealed = await seal(file)
          const back = await whole(decryptFile(key, length, pieces(sealed, size)))
          expect(Buffer.compare(back, file)).toBe(0)
        },
      ),
      { numRuns: 15 },
    )
  })

  it('is as large as others of its class', () => {
    const sizes = [901_200, 905_000, 917_000].map((length) => planFile(length).sealed)
    expect(new Set(sizes).size).toBe(1)
    expect([0, 5, 1000].map((length) => planFile(length).sealed)).toEqual([1040, 1040, 1040])
  })

  it('can be sealed chunk by chunk, so that an upload goes on where it stopped', async () => {
    const file = fileOf(200_000)
    const sealed = await seal(file)
    const plan = planFile(file.length)
    const chunk = sealChunk(key, plan, 1, file.subarray(chunkLength, 2 * chunkLength))
    const at = sealed.subarray(sealedChunkLength, 2 * sealedChunkLength)
    expect(Buffer.compare(chunk, at)).toBe(0)
  })

  it('whose length was said wrong is not sealed', async () => {
    await expect(whole(encryptFile(key, 100, [fileOf(99)]))).rejects.toThrow()
    await expect(whole(encryptFile(key, 100, [fileOf(101)]))).rejects.toThrow()
    await expect(whole(encryptFile(key, 200_000, [fileOf(100_000)]))).rejects.toThrow()
  })
})

describe('a file that somebody changed', () => {
  const length = 200_000
  const file = fileOf(length)
  const cut = (sealed: Uint8Array) => pieces(sealed, sealedChunkLength)
  const changes: [string, (chunks: Uint8Array[]) => Uint8Array[]][] = [
    ['cut at 64 KiB', (chunks) => chunks.slice(0, -1)],
    ['cut to nothing', () => []],
    [
      'cut inside a chunk',
      (chunks) => [
        ...chunks.slice(0, -1),
        ...chunks.slice(-1).map((last) => last.subarray(0, 500)),
      ],
    ],
    [
      'with two chunks in each other’s place',
      ([a, b, ...rest]) => [b, a, ...rest].flatMap((one) => one ?? []),
    ],
    ['with one chunk twice', ([a, , ...rest]) => [a, a, ...rest].flatMap((one) => one ?? [])],
    ['with one chunk left out', ([, ...rest]) => rest],
    ['made longer', (chunks) => [...chunks, new Uint8Array(10)]],
    [
      'with another bit',
      ([a, ...rest]) =>
        [a?.map((byte, at) => (at === 9 ? byte ^ 4 : byte)), ...rest].flatMap((one) => one ?? []),
    ],
  ]

  it.each(changes)('is refused: %s', async (_, change) => {
    const sealed = await seal(file)
    await expect(whole(decryptFile(key, length, change(cut(sealed))))).rejects.toThrow('tampered')
  })

  it('is refused when the last chunk of a longer one is made the last of a shorter', async () => {
    const sealed = cut(await seal(fileOf(4 * chunkLength)))
    const shorter = decryptFile(key, 2 * chunkLength, sealed.slice(0, 2))
    await expect(whole(shorter)).rejects.toThrow('tampered')
  })

  it('is refused with the key of another', async () => {
    const sealed = await seal(file)
    const other = countingRandom(2)(32)
    await expect(whole(decryptFile(other, length, [sealed]))).rejects.toThrow('tampered')
  })
})

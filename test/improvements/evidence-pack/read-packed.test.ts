import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import yazl from 'yazl'
import { openPacked } from '../../../src/improvements/evidence-pack/read-packed.ts'

const TEXT = 'Canción '.repeat(2000)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packed-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** `large`: as packs of more than 4 GB or 65,535 files are written, however little is in them. */
async function pack({ large }: { large: boolean }): Promise<string> {
  const path = join(folder, `${large}.zip`)
  const zip = new yazl.ZipFile()
  const options = { forceZip64Format: large }
  zip.addReadStream(Readable.from([Buffer.from('primero')]), 'uno.jpg', {
    ...options,
    compress: false,
  })
  zip.addReadStream(Readable.from([Buffer.from(TEXT)]), 'dos/índice.html', options)
  zip.addBuffer(Buffer.alloc(0), 'nada.txt', { ...options, compress: false })
  zip.end({ forceZip64Format: large, comment: '' })
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

describe('One page out of a pack', () => {
  it.each([false, true])(
    'is read without the rest, also of a very large pack (%s)',
    async (large) => {
      const path = await pack({ large })
      const read = async (name: string) => (await buffer(await openPacked(path, name))).toString()
      expect(await read('uno.jpg')).toBe('primero')
      expect(await read('dos/índice.html')).toBe(TEXT)
      expect(await read('nada.txt')).toBe('')
      await expect(openPacked(path, 'tres.html')).rejects.toThrow()
    },
  )
})

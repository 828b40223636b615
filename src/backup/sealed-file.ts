import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Readable, Writable } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { CannotStart } from '../platform/errors.ts'

/** `LIBRO1`, 12 random bytes, the sealed and compressed content, and 16 bytes that vouch for all of it. */
const MARK = Buffer.from('LIBRO1')
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Writes what `write` puts into the stream, compressed and encrypted with AES-256-GCM. */
export async function writeSealed(path: string, key: Buffer, source: Readable): Promise<void> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  file.write(Buffer.concat([MARK, nonce]))
  await pipeline(
    source,
    createGzip(),
    cipher,
    endWith(file, () => cipher.getAuthTag()),
  )
}

/** Hands everything on to the file and, at the end, the tag. */
function endWith(file: Writable, tag: () => Buffer) {
  return async (source: AsyncIterable<Buffer>) => {
    for await (const part of source) {
      if (!file.write(part))
        await new Promise<void>((resolve) => file.once('drain', () => resolve()))
    }
    await new Promise<void>((resolve, reject) => {
      file.once('error', reject)
      file.end(tag(), () => resolve())
    })
  }
}

/** Reads the whole file once to see that nothing of it changed, and only then hands out its content. */
export async function openSealed(path: string, key: Buffer): Promise<Readable> {
  const { size } = await stat(path)
  const head = await readPart(path, 0, MARK.length + NONCE_BYTES)
  if (!head.subarray(0, MARK.length).equals(MARK))
    throw new CannotStart(`${path} is no backup of a book.`)
  const nonce = head.subarray(MARK.length)
  const tag = await readPart(path, size - TAG_BYTES, TAG_BYTES)
  const decipher = () => {
    const made = createDecipheriv('aes-256-gcm', key, nonce)
    made.setAuthTag(tag)
    return made
  }
  const content = () => createReadStream(path, { start: head.length, end: size - TAG_BYTES - 1 })
  try {
    await pipeline(content(), decipher(), async (parts: AsyncIterable<Buffer>) => {
      for await (const _part of parts);
    })
  } catch (error) {
    throw new CannotStart(`${path} is damaged, or was made with another master secret.`, {
      cause: error,
    })
  }
  return content().pipe(decipher()).pipe(createGunzip())
}

async function readPart(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, position)
    return buffer
  } finally {
    await file.close()
  }
}

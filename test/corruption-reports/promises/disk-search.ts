import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The files under the folders in which one of the sentences stands, as text or written as base64 or hex. */
export function filesThatHold(folders: readonly string[], sentences: readonly string[]): string[] {
  const needles = sentences.flatMap(waysToWrite)
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap(filesUnder)
    .filter((path) => {
      const content = readOrNothing(path)
      return needles.some((needle) => content.includes(needle))
    })
}

export function holds(text: string | Buffer, sentences: readonly string[]): boolean {
  const content = Buffer.isBuffer(text) ? text : Buffer.from(text)
  return sentences.flatMap(waysToWrite).some((needle) => content.includes(needle))
}

function waysToWrite(sentence: string): Buffer[] {
  const text = Buffer.from(sentence)
  const base64 = [0, 1, 2].flatMap((shift) => {
    // what stands in the middle does not depend on its neighbours
    const inner = text.subarray(shift)
    const whole = inner.subarray(0, inner.length - (inner.length % 3))
    return [whole.toString('base64'), whole.toString('base64url')]
  })
  const encoded = [
    encodeURIComponent(sentence),
    encodeURIComponent(sentence).replaceAll('%20', '+'),
  ]
  return [text, Buffer.from(sentence, 'utf16le')].concat(
    [...base64, text.toString('hex'), ...encoded].map((way) => Buffer.from(way)),
  )
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)
}

/** The database throws files of its own away while we look. */
function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Transform, type Readable } from 'node:stream'
import yazl from 'yazl'

export interface FileToWrite {
  path: string
  /** Null: left out. */
  open: () => Promise<Readable | null>
}

export interface Written {
  bytes: number
  sha256: string
}

/** As `manifest.json` says it of each file. */
export interface Listed extends Written {
  path: string
}

/** Packed already: packing again costs time and saves nothing. */
const PACKED = /\.(jpe?g|png|webp|pdf|zip|xlsx|docx|mp4)$/

/**
 * Writes a folder as one file: each part is opened only when its turn comes and flows through, so that memory does
 * not grow with the pack. `manifest` is made of what was written, and goes last.
 */
export async function writeZip(
  path: string,
  {
    files,
    at,
    manifest,
  }: {
    /** Taken one by one, so that the last may tell what became of the others. */
    files: Iterable<FileToWrite>
    at: Date
    manifest: (listed: readonly Listed[]) => string
  },
  onWritten: (done: number) => Promise<void>,
): Promise<Written> {
  const zip = new yazl.ZipFile()
  const whole = measure()
  const written = pipeline(zip.outputStream, whole.stream, createWriteStream(path, { mode: 0o600 }))
  // heard below; until then a fault of the disk must not end the process
  written.catch(() => undefined)
  const listed: Listed[] = []
  for (const file of files) {
    const source = await file.open()
    if (!source) continue
    const part = measure()
    const fed = pipeline(source, part.stream)
    const options = { mtime: at, mode: 0o100644, compress: !PACKED.test(file.path) }
    zip.addReadStream(part.stream, file.path, options)
    await Promise.race([Promise.all([once(part.stream, 'end'), fed]), written])
    listed.push({ path: file.path, ...part.measured() })
    await onWritten(listed.length)
  }
  zip.addBuffer(Buffer.from(manifest(listed)), 'manifest.json', { mtime: at, mode: 0o100644 })
  zip.end()
  await written
  return whole.measured()
}

/** Lets everything through, and knows afterwards how much it was and its hash. */
function measure(): { stream: Transform; measured: () => Written } {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      bytes += chunk.length
      hash.update(chunk)
      next(null, chunk)
    },
  })
  return { stream, measured: () => ({ bytes, sha256: hash.copy().digest('hex') }) }
}

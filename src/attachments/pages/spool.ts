import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import type { StorageEngine } from 'multer'
import { MAX_FILE_BYTES } from '../attachment-rules.ts'
import { decodeFileName } from '../file-name.ts'
import { newWorkingPath } from '../working-folder.ts'
import type { UploadedFile } from './receive-upload.ts'

interface Spool {
  dataDir: string
  maxFiles: number
  files: UploadedFile[]
  /** What is being read; destroyed where nobody reads on. */
  arriving: Set<Readable>
}

/**
 * Writes what arrives to the disk. What is too much is read to its end and thrown away, so that one
 * large file costs a person neither the other files nor the form.
 */
export function spool(into: Spool): StorageEngine {
  return {
    _handleFile(_request, { originalname, stream }, done) {
      const file: UploadedFile = {
        name: decodeFileName(originalname),
        path: newWorkingPath(into.dataDir),
        problem: null,
      }
      into.files.push(file)
      into.arriving.add(stream)
      const tooMany = into.files.length > into.maxFiles
      const taken = tooMany ? discard(stream, file) : write(stream, file)
      taken
        .finally(() => into.arriving.delete(stream))
        .then(() => done(null, { path: file.path }), done)
    },
    _removeFile(_request, { path }, done) {
      rm(path, { force: true }).then(() => done(null), done)
    },
  }
}

async function discard(stream: Readable, file: UploadedFile): Promise<void> {
  file.problem = 'attachment_too_many'
  await finished(stream.resume())
}

async function write(stream: Readable, file: UploadedFile): Promise<void> {
  let bytes = 0
  async function* upToTheLimit(pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length
      if (bytes <= MAX_FILE_BYTES) yield piece
      else file.problem = 'attachment_too_big'
    }
  }
  await pipeline(stream, upToTheLimit, createWriteStream(file.path, { flags: 'wx', mode: 0o600 }))
}

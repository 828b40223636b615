import type { Request, RequestHandler } from 'express'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import multer from 'multer'
import type { AttachmentProblem } from '../attachment-rules.ts'
import type { Ground } from '../ground.ts'
import { cutShort } from './cut-short.ts'
import { spool } from './spool.ts'

/** A file as it arrived, not yet looked into. */
export interface UploadedFile {
  name: string
  path: string
  /** Seen while it arrived: too big, or one too many. */
  problem: AttachmentProblem | null
}

export interface Upload {
  files: UploadedFile[]
  /** The request broke off or made no sense; the files before that are there. */
  broken: boolean
}

/** A form sends a token, a few answers and its files; nothing sends hundreds of parts. */
const LIMITS: multer.Options['limits'] = {
  files: 20,
  fields: 50,
  parts: 70,
  fieldSize: 64 * 1024,
  fieldNameSize: 100,
  headerPairs: 50,
  fieldNestingDepth: 1,
}

const uploads = new WeakMap<Request, Upload>()

/** Stands before a page that takes files: writes them to the disk, and tidies up after the response. */
export function receiveUpload(
  { config, log }: Pick<Ground, 'config' | 'log'>,
  { maxFiles }: { maxFiles: number },
): RequestHandler {
  return (request, response, next) => {
    const upload: Upload = { files: [], broken: false }
    uploads.set(request, upload)
    response.once('close', () => {
      for (const { path } of upload.files) {
        rm(path, { force: true }).catch((error: unknown) =>
          log.warn({ err: error }, 'a file on its way in could not be removed'),
        )
      }
    })
    const arriving = new Set<Readable>()
    const storage = spool({ dataDir: config.dataDir, maxFiles, files: upload.files, arriving })
    let isCut = false
    cutShort(request, {
      maxFiles,
      onCut() {
        isCut = true
        const last = upload.files.at(-1)
        if (last) last.problem ??= 'attachment_too_big'
        upload.broken = !last
        for (const stream of arriving) stream.destroy()
        next()
      },
    })
    multer({ storage, limits: LIMITS }).any()(request, response, (error: unknown) => {
      // nobody is left to answer, or the answer was given
      if (isCut || (request.destroyed && !request.complete)) return
      if (error && isOurFault(error)) return next(error)
      upload.broken = Boolean(error)
      next()
    })
  }
}

/** What `receiveUpload` took from this request. */
export function uploadOf(request: Request): Upload {
  return uploads.get(request) ?? { files: [], broken: false }
}

/** A full or missing disk, told apart from whatever a sender can do wrong. */
function isOurFault(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

import type { Request, Response } from 'express'
import { pipeline } from 'node:stream/promises'
import type { Attachment } from '../attachment.ts'
import type { OpenedAttachment } from '../actions/open-attachment.ts'

/** A stranger's file is saved, never shown as a page of ours, and neither kept nor packed on the way. */
const SAFE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store, no-transform',
  'Accept-Ranges': 'bytes',
}

/** Whatever is kept like what people send: `openAttachment` opens one, other rooms their own. */
export interface ServedFile extends Pick<OpenedAttachment, 'read'> {
  attachment: Pick<Attachment, 'bytes' | 'name' | 'mediaType'>
}

/** Sends a file, or the part that was asked for, so that recordings can be played from the middle. */
export async function serveAttachment(
  request: Request,
  response: Response,
  { attachment, read }: ServedFile,
): Promise<void> {
  const { bytes, name, mediaType } = attachment
  const range = rangeOf(request, bytes)
  if (range === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${bytes}`).end()
    return
  }
  const content = await read(range)
  response.attachment(name).set({
    ...SAFE_HEADERS,
    'Content-Length': String(range ? range.end - range.start + 1 : bytes),
  })
  // express would add a charset, and only the sender knows which it is
  response.setHeader('Content-Type', mediaType)
  if (range) {
    response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`)
  }
  await pipeline(content, response).catch(unlessGone)
}

/** One part or the whole; several parts at once, or what makes no sense, get the whole. */
function rangeOf(request: Request, bytes: number) {
  const ranges = request.range(bytes)
  if (ranges === -1) return 'unsatisfiable'
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return undefined
  return ranges[0]
}

/** People close the page half-way; that is no error. */
function unlessGone(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}

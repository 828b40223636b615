import type { Request } from 'express'
import { MAX_FILE_BYTES } from '../attachment-rules.ts'

/** Enough for the answers of a form, which come before its file. */
const FORM_BYTES = 256 * 1024
/** For so long what still arrives is let through unread, since many browsers show no answer before they have sent. */
const LISTENING_ON = 15_000

/**
 * Watches how much arrives and stops listening where it is hopeless: one file too large does not cost a form its
 * answers, but nobody reads two hundred megabytes to throw them away. `onCut` answers at once.
 */
export function cutShort(
  request: Request,
  { maxFiles, onCut }: { maxFiles: number; onCut: () => void },
): void {
  const hopeless = (maxFiles + 1) * MAX_FILE_BYTES
  const declared = Number(request.headers['content-length'] ?? 0)
  // of several it is not known yet which is too large
  const most = maxFiles === 1 && declared > hopeless ? FORM_BYTES : hopeless
  let bytes = 0
  request.on('data', function watch(piece: Buffer) {
    bytes += piece.length
    if (bytes <= most) return
    request.off('data', watch)
    request.unpipe()
    leave(request)
    onCut()
  })
}

function leave(request: Request): void {
  request.resume()
  const patience = setTimeout(() => request.destroy(), LISTENING_ON).unref()
  request.once('close', () => clearTimeout(patience))
}

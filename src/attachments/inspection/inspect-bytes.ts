import type { FileHandle } from 'node:fs/promises'
import type { AttachmentProblem } from '../attachment-rules.ts'

const OVERLAP_BYTES = 64

/** A PDF names its encryption dictionary in clear, in its trailer or cross-reference stream. */
const PDF_ENCRYPTION = /\/Encrypt\s*(<<|\d+\s+\d+\s+R)/
/** Word and Excel wrap a document with a password in an old-style container with this part. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le').toString('latin1')
/** Tab, line feed, page break, carriage return and escape. */
const CONTROLS_IN_TEXT = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])
const MARKUP = /^(\xef\xbb\xbf)?\s*<(!doctype|html|svg|script|body|iframe|\?xml|\?php|!--)/i

export async function inspectPdf(file: FileHandle): Promise<AttachmentProblem | null> {
  return (await someChunk(file, (chunk) => PDF_ENCRYPTION.test(chunk)))
    ? 'attachment_protected'
    : null
}

/** A page or a drawing with scripts is not a text, whatever its name says. */
export async function inspectText(file: FileHandle): Promise<AttachmentProblem | null> {
  const strange = await someChunk(
    file,
    (chunk, at) => !isText(chunk) || (at === 0 && MARKUP.test(chunk)),
  )
  return strange ? 'attachment_type' : null
}

/** UTF-8 and the Western encodings before it; control characters betray everything else. */
function isText(chunk: string): boolean {
  for (let at = 0; at < chunk.length; at++) {
    const code = chunk.charCodeAt(at)
    if (code === 0x7f || (code < 0x20 && !CONTROLS_IN_TEXT.has(code))) return false
  }
  return true
}

export async function hasEncryptedPackage(file: FileHandle): Promise<boolean> {
  return someChunk(file, (chunk) => chunk.includes(ENCRYPTED_PACKAGE))
}

/** Reads a file in pieces that overlap, so that what is looked for is never cut in two. */
async function someChunk(
  file: FileHandle,
  matches: (chunk: string, at: number) => boolean,
): Promise<boolean> {
  const buffer = Buffer.alloc(256 * 1024)
  for (let at = 0; ; at += buffer.length - OVERLAP_BYTES) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, at)
    if (matches(buffer.toString('latin1', 0, bytesRead), at)) return true
    if (bytesRead < buffer.length) return false
  }
}

import { isKnownExtension, type AttachmentType } from './attachment-types.ts'

const MAX_NAME_LENGTH = 120
const NAMELESS = 'adjunto'

/** Control, formatting (direction overrides, invisible spaces) and unpaired surrogate characters. */
// \p{Cf} holds the joiners of some scripts too; a file name can do without them.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd]/gu

/**
 * Multipart parsers hand over the bytes of a name as latin1. Most browsers meant UTF-8; what is
 * not valid UTF-8 was latin1 indeed, and what holds other characters was decoded already.
 */
export function decodeFileName(received: string): string {
  if ([...received].some((character) => character.codePointAt(0)! > 0xff)) return received
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(received, 'latin1'))
  } catch {
    return received
  }
}

/** A name that is safe to show, to store and to save under, with its accents and its true extension. */
export function cleanFileName(name: string, type: AttachmentType): string {
  const shown = lastSegment(name)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
  const { stem, extension } = splitExtension(shown)
  const kept = type.extensions.includes(extension.toLowerCase())
  const base = kept || isKnownExtension(extension) ? stem : shown
  return `${cleanStem(base)}.${kept ? extension.toLowerCase() : type.extensions[0]}`
}

export function extensionOf(name: string): string {
  return splitExtension(lastSegment(name).replace(INVISIBLE, '').trim()).extension.toLowerCase()
}

function lastSegment(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? ''
}

function splitExtension(name: string) {
  const match = /^(.*)\.([A-Za-z0-9]{1,5})$/s.exec(name)
  return { stem: match?.[1] ?? name, extension: match?.[2] ?? '' }
}

function cleanStem(stem: string): string {
  // dots and spaces at the ends hide files or are dropped by some systems; the rest is forbidden there
  const safe = stem.replace(/[<>:"|?*]/g, '-').replace(/^[. ]+|[. ]+$/g, '')
  return [...safe].slice(0, MAX_NAME_LENGTH).join('').trim() || NAMELESS
}

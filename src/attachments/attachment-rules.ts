/** How much a person may send with one filing, and why the numbers are what they are. */

/** Enough for both sides of a document, two photos and a voice note; more belongs on paper. */
export const MAX_FILES_PER_FILING = 5

/** A scanned dossier or a minute of a telephone's video; at 256 kbit/s it already takes ten minutes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Longer than any scanner's page or camera's picture that people own; a bomb lies beyond it. */
export const MAX_IMAGE_SIDE = 20_000

/** The largest telephone cameras save 108 million pixels; one more costs memory and shows nothing. */
export const MAX_IMAGE_PIXELS = 120_000_000

/** An A4 sheet at 400 dots per inch still fits, so small print stays legible. */
export const STORED_IMAGE_SIDE = 5_000

/** What nobody claimed goes after a day: abandoned drafts keep no files. */
export const UNCLAIMED_HOURS = 24

/** Strangers cannot fill the disk on which filings are written. */
export const MAX_UNCLAIMED_BYTES = 10 * 1024 ** 3

/** `waiting`: a scanner is configured and has not answered yet. */
export type ScanState = 'not_configured' | 'waiting' | 'clean' | 'infected'

/** Why a file cannot be taken. Each is a code of its own, since each is mended in another way. */
export type AttachmentProblem =
  | 'attachment_missing'
  | 'attachment_broken'
  | 'attachment_empty'
  | 'attachment_too_big'
  | 'attachment_too_many'
  | 'attachment_one_only'
  | 'attachment_type'
  | 'attachment_heic'
  | 'attachment_old_office'
  | 'attachment_archive'
  | 'attachment_macros'
  | 'attachment_protected'
  | 'attachment_damaged'
  | 'attachment_bomb'
  | 'attachment_image_too_large'
  | 'attachment_infected'
  | 'attachment_unknown'

export const attachmentProblemValues: Readonly<
  Partial<Record<AttachmentProblem, Readonly<Record<string, number>>>>
> = {
  attachment_too_big: { megabytes: MAX_FILE_BYTES / 1024 / 1024 },
  attachment_too_many: { files: MAX_FILES_PER_FILING },
  attachment_image_too_large: {
    side: MAX_IMAGE_SIDE,
    megapixels: MAX_IMAGE_PIXELS / 1_000_000,
  },
}

/** Whether staff may have the bytes: never before the scanner spoke, never what it found. */
export function mayBeOpened(scanState: ScanState): scanState is 'clean' | 'not_configured' {
  return scanState === 'clean' || scanState === 'not_configured'
}

/** The header alone tells, so nothing is decoded for a picture that is refused. */
export function isImageTooLarge(width: number, height: number): boolean {
  return Math.max(width, height) > MAX_IMAGE_SIDE || width * height > MAX_IMAGE_PIXELS
}

export function unclaimedBefore(now: Date): Date {
  return new Date(now.getTime() - UNCLAIMED_HOURS * 3_600_000)
}

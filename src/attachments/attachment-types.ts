import type { AttachmentProblem } from './attachment-rules.ts'

/** How a file of this type is looked into before it is kept. */
export type Inspection = 'image' | 'office' | 'pdf' | 'text' | 'recording'

export interface AttachmentType {
  mediaType: string
  /** The first is given to a file whose name says something else. */
  extensions: readonly [string, ...string[]]
  inspection: Inspection
}

const OOXML = 'application/vnd.openxmlformats-officedocument'
const ODF = 'application/vnd.oasis.opendocument'

export const plainText: AttachmentType = {
  mediaType: 'text/plain',
  extensions: ['txt', 'text'],
  inspection: 'text',
}

/** Everything that may be sent; what is not here is refused, whatever it is. */
const allowedTypes: readonly AttachmentType[] = [
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], inspection: 'image' },
  { mediaType: 'image/png', extensions: ['png'], inspection: 'image' },
  { mediaType: 'image/webp', extensions: ['webp'], inspection: 'image' },
  { mediaType: 'image/gif', extensions: ['gif'], inspection: 'image' },
  { mediaType: 'application/pdf', extensions: ['pdf'], inspection: 'pdf' },
  {
    mediaType: `${OOXML}.wordprocessingml.document`,
    extensions: ['docx'],
    inspection: 'office',
  },
  { mediaType: `${OOXML}.spreadsheetml.sheet`, extensions: ['xlsx'], inspection: 'office' },
  { mediaType: `${ODF}.text`, extensions: ['odt'], inspection: 'office' },
  { mediaType: `${ODF}.spreadsheet`, extensions: ['ods'], inspection: 'office' },
  plainText,
  { mediaType: 'audio/mpeg', extensions: ['mp3'], inspection: 'recording' },
  { mediaType: 'audio/ogg', extensions: ['ogg', 'oga', 'opus'], inspection: 'recording' },
  { mediaType: 'audio/mp4', extensions: ['m4a'], inspection: 'recording' },
  { mediaType: 'audio/wav', extensions: ['wav'], inspection: 'recording' },
  { mediaType: 'audio/aac', extensions: ['aac'], inspection: 'recording' },
  { mediaType: 'audio/amr', extensions: ['amr'], inspection: 'recording' },
  { mediaType: 'video/mp4', extensions: ['mp4', 'm4v'], inspection: 'recording' },
  { mediaType: 'video/webm', extensions: ['webm'], inspection: 'recording' },
  { mediaType: 'video/3gpp', extensions: ['3gp'], inspection: 'recording' },
  { mediaType: 'video/quicktime', extensions: ['mov', 'qt'], inspection: 'recording' },
]

/** What content detection calls by another name than ours. */
const otherNames: Readonly<Record<string, string>> = {
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
}

/** Refused like the rest, but with a sentence that says how to send it all the same. */
const refusedWithAdvice: readonly (readonly [RegExp, AttachmentProblem])[] = [
  [/^image\/(heic|heif|avif)/, 'attachment_heic'],
  [/macroenabled/, 'attachment_macros'],
  [/^application\/x-cfb$/, 'attachment_old_office'],
  [
    /^application\/(zip|x-rar-compressed|x-7z-compressed|gzip|x-tar|x-bzip2|x-xz)$/,
    'attachment_archive',
  ],
]

export function findAllowedType(detected: string): AttachmentType | undefined {
  const mediaType = otherNames[detected] ?? detected
  return allowedTypes.find((type) => type.mediaType === mediaType)
}

export function refusalOf(detected: string | undefined): AttachmentProblem {
  const advice = refusedWithAdvice.find(([pattern]) => pattern.test(detected ?? ''))
  return advice?.[1] ?? 'attachment_type'
}

/** For the `accept` of a form's file field; a convenience for the person, not a check. */
export function acceptedExtensions(): string[] {
  return allowedTypes.flatMap((type) => type.extensions.map((extension) => `.${extension}`))
}

export function isKnownExtension(extension: string): boolean {
  return allowedTypes.some((type) => type.extensions.includes(extension.toLowerCase()))
}

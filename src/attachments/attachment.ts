import { isId } from '../platform/ids.ts'
import type { ScanState } from './attachment-rules.ts'

/** What comes from a form or an address is asked this before the database is. */
export function isAttachmentId(text: string): boolean {
  return isId(text)
}

/** A file that was sent: everything but its bytes. */
export interface Attachment {
  administrationId: string
  attachmentId: string
  caseId: string | null
  uploadedAt: Date
  /** Clean, with an extension that agrees with the content; fit to be shown. */
  name: string
  mediaType: string
  bytes: number
  /** Of the bytes as they are kept, in hexadecimal. */
  sha256: string
  /** Salted, in hexadecimal: the history holds this and nothing else of a file. */
  commitment: string
  storageName: string
  image: { width: number; height: number } | null
  scanState: ScanState
}

import type { Attachment } from './attachment.ts'
import type { ScanState } from './attachment-rules.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    attachments: AttachmentsTable
  }
}

export interface AttachmentsTable {
  administration_id: string
  attachment_id: string
  case_id: string | null
  draft_id: string | null
  uploaded_at: Date
  claimed_at: Date | null
  original_name: string
  media_type: string
  byte_size: number
  sha256: Buffer
  salt: Buffer
  commitment: Buffer
  storage_name: string
  image_width: number | null
  image_height: number | null
  scan_state: ScanState
  scanned_at: Date | null
  scan_finding: string | null
  removed_at: Date | null
}

export function toAttachment(row: AttachmentsTable): Attachment {
  const { image_width: width, image_height: height } = row
  return {
    administrationId: row.administration_id,
    attachmentId: row.attachment_id,
    caseId: row.case_id,
    uploadedAt: row.uploaded_at,
    name: row.original_name,
    mediaType: row.media_type,
    bytes: row.byte_size,
    sha256: row.sha256.toString('hex'),
    commitment: row.commitment.toString('hex'),
    storageName: row.storage_name,
    image: width !== null && height !== null ? { width, height } : null,
    scanState: row.scan_state,
  }
}

/**
 * Attachments: files that people send with what they say. Judged by content, cleaned, scanned and
 * kept under random names; whoever shows one has first seen to it that the viewer may see its case.
 */
export type { Attachment } from './attachment.ts'
export { attachmentProblem } from './attachment-problem.ts'
export {
  MAX_FILE_BYTES,
  MAX_FILES_PER_FILING,
  mayBeOpened,
  type AttachmentProblem,
  type ScanState,
} from './attachment-rules.ts'
export { listAttachments, listDraftAttachments } from './attachment-store.ts'
export { acceptedExtensions } from './attachment-types.ts'
export { claimAttachments, type Claim } from './actions/claim-attachments.ts'
export { clearErasedFiles, eraseFilesOfCase } from './actions/erase-files.ts'
export { NotYetSafe, openAttachment, type OpenedAttachment } from './actions/open-attachment.ts'
export { receiveAttachment, type Received, type SentFile } from './actions/receive-attachment.ts'
export {
  dropStoredFile,
  readStoredFile,
  scanStoredFile,
  takeFile,
  type StoredFile,
} from './actions/take-file.ts'
export { removeDraftAttachment } from './actions/remove-draft-attachment.ts'
export { registerAttachmentJobs } from './jobs.ts'
export { receiveUpload, uploadOf, type Upload, type UploadedFile } from './pages/receive-upload.ts'
export { attachmentRoutes } from './pages/routes.ts'
export { writeWorkingFile } from './working-folder.ts'
export { serveAttachment } from './pages/serve-attachment.ts'

import { listDraftAttachments, type Attachment } from '../../../attachments/index.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import type { Visit } from './visit.ts'

export async function keptFiles({ db }: System, { rules, draft }: Visit): Promise<Attachment[]> {
  if (!draft) return []
  const { administrationId } = rules.administration
  return listDraftAttachments(db, { administrationId, draftId: draft.draftId })
}

/** "1.4 MB", "320 kB". */
export function sizeOf({ bytes }: Attachment, language: string): string {
  const thousands = bytes / 1000
  if (thousands < 1000)
    return `${formatNumber(Math.max(1, Math.round(thousands)), language)}\u00a0kB`
  return `${formatNumber(thousands / 1000, language, 1)}\u00a0MB`
}

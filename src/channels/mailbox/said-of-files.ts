import { attachmentProblem, type AttachmentProblem } from '../../attachments/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { MailFile } from './mail-table.ts'

/** Each file by its name, and why it was refused. */
export function saidOfFiles(
  files: readonly MailFile[],
  t: T,
): { name: string; refused: string | null }[] {
  return files.map(({ name, problem }) => {
    const said = problem === null ? null : attachmentProblem(problem as AttachmentProblem, 'file')
    return {
      name: name || t('channels-mailbox.no_name'),
      refused: said?.text ? t(said.text, said.values ?? {}) : null,
    }
  })
}

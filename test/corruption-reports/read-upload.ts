import { requireSealed } from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import { findUpload, findUploadPart } from '../../src/corruption-reports/upload-store.ts'
import type { System } from '../../src/system.ts'

/** A sealed file as the server hands it out, its parts put together. */
export function readUpload(system: System, administrationId: string, id: string): Promise<Buffer> {
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    const upload = await findUpload(tx, Buffer.from(id, 'base64url'))
    if (!upload?.reportId) throw new Error('No report has claimed this file')
    const parts: Buffer[] = []
    for (let part = 0; part < upload.parts; part++) {
      const content = await findUploadPart(tx, upload, part)
      if (!content) throw new Error(`Part ${part} did not arrive`)
      parts.push(content)
    }
    return Buffer.concat(parts)
  })
}

import { NotFound } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { Office } from '../../office.ts'
import { getReport } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { findUpload, findUploadPart } from '../../upload-store.ts'
import { isReading } from '../signed-act.ts'

export interface PartInput {
  id: Uint8Array
  proof: Uint8Array
  upload: Uint8Array
  part: number
}

/** A piece of evidence as it was sealed; it is put together and opened in the reader's browser. */
export async function readFilePart(
  system: System,
  office: Office,
  accountId: string,
  { id, proof, upload: uploadId, part }: PartInput,
): Promise<Buffer> {
  return inSealedTransaction(requireSealed(system), office.administrationId, async (tx) => {
    const report = await getReport(tx, id)
    const upload = await findUpload(tx, uploadId)
    const isOurs = upload?.reportId && Buffer.compare(upload.reportId, id) === 0
    const reading = { by: accountId, day: office.day }
    if (!isOurs || !(await isReading(tx, report, reading, proof))) throw new NotFound()
    const found = await findUploadPart(tx, upload, part)
    if (!found) throw new NotFound()
    return found
  })
}

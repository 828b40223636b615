import type { SealReader } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { hashOfFiles, listFiles } from './report-file-store.ts'

/** For `verifyBook`: reads every file of a signed report and works its seal out anew. */
export function reportReader(db: Db, administrationId: string): SealReader {
  return async (reportId, promised) => {
    const files = await listFiles(db, { administrationId, reportId })
    const what = files.length === 0 ? 'report_missing' : 'report_changed'
    const holds = files.length > 0 && hashOfFiles(files).equals(promised)
    return { read: 1, erased: 0, faults: holds ? [] : [{ caseNumber: '', what }] }
  }
}

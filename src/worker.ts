import { registerAnalysisJobs } from './analysis/index.ts'
import { registerAttachmentJobs } from './attachments/index.ts'
import { registerCaseNotices } from './cases/index.ts'
import { registerCaseJobs } from './cases/index.ts'
import { registerDeviceJobs, registerMailboxJobs, registerSheetJobs } from './channels/index.ts'
import { registerMemberEmails, registerSealedJobs } from './corruption-reports/index.ts'
import { registerRequestJobs } from './data-requests/index.ts'
import { registerImportJobs } from './imports/index.ts'
import { registerImprovementJobs, tellActions } from './improvements/index.ts'
import { registerNoticeJobs } from './notices/index.ts'
import { registerPeopleJobs } from './people/index.ts'
import { registerRetentionJobs } from './retention/index.ts'
import type { System } from './system.ts'
import { registerWatchingJobs } from './watching/index.ts'
import { registerWorkloadJobs } from './workload/index.ts'

/** What is done later and what is done by the clock, in one list: jobs first, then the timetable. */
export function registerWork(system: System): void {
  registerAttachmentJobs(system)
  registerCaseNotices()
  registerMemberEmails()
  registerCaseJobs(system)
  registerSheetJobs(system)
  registerDeviceJobs(system)
  registerMailboxJobs(system)
  registerRequestJobs(system)
  registerImportJobs(system)
  registerNoticeJobs(system)
  registerPeopleJobs(system)
  registerSealedJobs(system)
  registerAnalysisJobs(system, tellActions)
  registerImprovementJobs(system)
  registerRetentionJobs(system)
  registerWatchingJobs(system)
  registerWorkloadJobs(system)
}

import { createReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { AttachmentProblem } from '../attachment-rules.ts'
import type { Ground } from '../ground.ts'
import { inspectFile, type InspectedFile } from '../inspection/inspect-file.ts'
import { scanFile, type Scan } from '../scan-file.ts'
import { newWorkingPath } from '../working-folder.ts'

/** Judged, cleaned and scanned, lying at `path` until it is moved to where it stays. */
export type SeenFile = InspectedFile & { path: string; scan: Scan }

/** Takes what arrived from its path and hands it on to be kept, or says why it cannot be; then it is gone. */
export async function lookIntoFile<T>(
  system: Ground,
  sent: { name: string; path: string },
  keep: (file: SeenFile) => Promise<T>,
  /** Why none is taken now, asked before a byte is read. */
  whyNot: () => Promise<AttachmentProblem | null> = () => Promise.resolve(null),
): Promise<T | AttachmentProblem> {
  const working = newWorkingPath(system.config.dataDir)
  const path = `${working}.clean`
  // out of reach of whoever tidies up after the request
  if (!(await movedTo(working, sent.path))) return 'attachment_broken'
  try {
    const refused = await whyNot()
    if (refused) return refused
    const inspected = await inspectFile(working, sent.name, path)
    if (typeof inspected === 'string') return inspected
    const scan = await scanFile(system, () => createReadStream(path))
    if (scan.state === 'infected') return 'attachment_infected'
    return await keep({ ...inspected, path, scan })
  } finally {
    await rm(working, { force: true })
    await rm(path, { force: true })
  }
}

/** False: the request broke off, and what had arrived was cleared away. */
async function movedTo(target: string, path: string): Promise<boolean> {
  try {
    await rename(path, target)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

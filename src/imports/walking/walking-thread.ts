import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { Invalid } from '../../platform/errors.ts'
import type { RowProblem } from '../import-request.ts'
import { keepCases } from '../keep-cases.ts'
import { openLoader, type Loader } from '../load-store.ts'
import { openLegacyFile, type LegacyFile } from '../read-cases.ts'
import { UnreadableFile } from '../reading/open-bytes.ts'
import { sealOf } from './seal-of.ts'
import { walkFile } from './walk-file.ts'
import type { BatchToFill, FromWalk, ToWalk, WalkTask } from './walk-task.ts'

/** Goes through a file beside the pages; what it imports is kept small, for it lives in a small memory. */

class Stopped extends Error {}

async function ask(said: FromWalk): Promise<ToWalk> {
  if (!parentPort) throw new Error('not a thread')
  const answer = once(parentPort, 'message') as Promise<[ToWalk]>
  parentPort.postMessage(said)
  const [told] = await answer
  if (told.do === 'stop') throw new Stopped()
  return told
}

async function walk(task: WalkTask): Promise<void> {
  const file = await openLegacyFile(task.path, task.mapping, task.known)
  const loader = await openLoader(task.databaseUrl, task.administrationId)
  if (!loader) return void parentPort?.postMessage({ is: 'busy' } satisfies FromWalk)
  try {
    const { columns } = file.header
    const told = await ask({ is: 'opened', opened: { columns, fileHash: file.table.facts.hash } })
    await fill(task, { file, loader, batch: told.do === 'fill' ? told.batch : null })
  } finally {
    await loader.close()
  }
}

interface Filling {
  file: LegacyFile
  loader: Loader
  batch: BatchToFill | null
}

async function fill({ mapping }: WalkTask, { file, loader, batch }: Filling): Promise<void> {
  let problems: RowProblem[] = []
  const report = await walkFile(file, loader, {
    source: mapping.source,
    batchId: batch?.batchId ?? null,
    keep: batch ? await keepCases(loader, batch) : async () => undefined,
    onProblem: (problem) => void problems.push(problem),
    async onStretch(rowsDone) {
      const told = problems
      problems = []
      await ask({ is: 'stretch', rowsDone, problems: told })
    },
  })
  const seal = batch && (await sealOf(loader, batch.batchId))
  parentPort?.postMessage({ is: 'done', report, seal } satisfies FromWalk)
}

try {
  const { given } = workerData as { given: WalkTask }
  await walk(given)
} catch (error) {
  const failed = failureOf(error)
  if (failed) parentPort?.postMessage(failed)
  else if (!(error instanceof Stopped)) throw error
}

/** What is wrong with the file or its mapping goes over in parts: a thread's errors lose what they are. */
function failureOf(error: unknown): FromWalk | null {
  if (error instanceof Invalid) return { is: 'invalid', problems: error.problems }
  if (!(error instanceof UnreadableFile)) return null
  return { is: 'unreadable', code: error.code, values: error.values }
}

import { on } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { Invalid, WrongState } from '../../platform/errors.ts'
import { openThread } from '../../platform/threads/open-thread.ts'
import type { RowProblem } from '../import-request.ts'
import { UnreadableFile } from '../reading/open-bytes.ts'
import type { ImportReport } from '../report.ts'
import type { BatchToFill, FromWalk, Opened, ToWalk, WalkTask } from './walk-task.ts'

/** What the walk may take of memory beside the process: the garbage collector is told to keep to it. */
const LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 8 }

export interface Beside {
  /** The file was found readable: the batch to fill, or null to try it only. */
  begin(opened: Opened): Promise<BatchToFill | null>
  onProgress?: ((row: number) => Promise<void> | void) | undefined
  onProblem?: ((problem: RowProblem) => void) | undefined
}

export interface Walked {
  opened: Opened
  batch: BatchToFill | null
  report: ImportReport
  seal: Buffer | null
}

/** Goes through a file in a thread with a small memory of its own, so that pages go on meanwhile. */
export async function walkApart(task: WalkTask, beside: Beside): Promise<Walked> {
  const thread = openThread(new URL('./walking-thread.ts', import.meta.url), {
    given: task,
    limits: LIMITS,
  })
  const ended = new Promise((resolve) => thread.once('exit', resolve))
  try {
    return await listen(thread, beside)
  } finally {
    // it lets go of the lock of the administration before it ends
    tell(thread, { do: 'stop' })
    await ended
  }
}

async function listen(thread: Worker, beside: Beside): Promise<Walked> {
  let opened: Opened = { columns: [], fileHash: new Uint8Array() }
  let batch: BatchToFill | null = null
  for await (const [said] of on(thread, 'message', { close: ['exit'] })) {
    const told = said as FromWalk
    if (told.is === 'done') {
      return { opened, batch, report: told.report, seal: told.seal && Buffer.from(told.seal) }
    }
    if (told.is === 'opened') {
      opened = told.opened
      batch = await beside.begin(opened)
      tell(thread, { do: 'fill', batch })
    } else if (told.is === 'stretch') {
      for (const problem of told.problems) beside.onProblem?.(problem)
      await beside.onProgress?.(told.rowsDone)
      tell(thread, { do: 'go' })
    } else throw failureOf(told)
  }
  throw new Error('the walk through the file ended without a word')
}

function tell(thread: Worker, told: ToWalk): void {
  thread.postMessage(told)
}

function failureOf(told: Exclude<FromWalk, { is: 'opened' | 'stretch' | 'done' }>): Error {
  if (told.is === 'busy') return new WrongState()
  if (told.is === 'invalid') return new Invalid(told.problems)
  return new UnreadableFile(told.code, told.values)
}

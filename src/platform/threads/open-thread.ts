import { Worker, type ResourceLimits } from 'node:worker_threads'

/**
 * Runs a module in a thread of its own. Whatever it is given is `workerData.given` there; limits hold for its
 * own memory only, and one that would need more ends with an error while the process goes on.
 */
export function openThread(
  module: URL,
  { given, limits }: { given?: unknown; limits?: ResourceLimits } = {},
): Worker {
  return new Worker(new URL('./begin-thread.js', import.meta.url), {
    execArgv: [],
    workerData: { module: module.href, given },
    ...(limits && { resourceLimits: limits }),
  })
}

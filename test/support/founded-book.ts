import { foundDemo } from '../../src/corruption-reports/index.ts'
import { openDemoBook } from './demo-book.ts'
import type { TestSystem } from './test-system.ts'

/** The demonstration's municipality with its directory of keys, as a first start leaves it. */
export async function openFoundedBook(
  options: { now?: string; env?: Record<string, string> } = {},
): Promise<TestSystem> {
  const test = await openDemoBook(options)
  await foundDemo(test.system, 'demo', test.system.clock())
  return test
}

import { addAdministration, loadPacks } from '../../src/installation/index.ts'
import { openTestSystem, type TestSystem } from './test-system.ts'

/** A system whose only administration is the demonstration's municipality. */
export async function openDemoBook(
  options: { now?: string; env?: Record<string, string> } = {},
): Promise<TestSystem> {
  const test = await openTestSystem(options)
  const now = test.system.clock()
  await loadPacks(test.system, now)
  await addAdministration(test.system, 'packs/demo/administration.yaml', now, { demo: true })
  return test
}

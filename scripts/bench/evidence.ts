import { measurePack } from './evidence/pack.ts'
import { measureProjects } from './evidence/projects.ts'

/** What an evaluator asks for, in one file; the page of all projects; and what the public reads of them. */
export async function benchEvidence(): Promise<void> {
  await measurePack()
  await measureProjects()
}

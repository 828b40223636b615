import type { PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { beginProject } from '../story/begin-project.ts'
import { castStory } from '../story/cast.ts'
import { closeGap, endTasks } from '../story/close-gap.ts'
import { readWords } from '../story/read-words.ts'
import { runProject } from '../story/run-project.ts'
import { readStoryScript } from '../story/story-script.ts'

/**
 * What the office made of what people said: words read and coded, a cause, gaps, and projects, of which one helped,
 * one did not and one is under way. It needs the processes of the services and the cases of the story.
 */
export async function improveStory(
  system: System,
  slug: string,
  changedOn: PlainDate,
  now: Date,
): Promise<void> {
  const script = await readStoryScript()
  const cast = await castStory(system, slug, changedOn, now)
  await readWords(cast, script)
  for (const project of script.projects) {
    const gap = script.gaps.find(({ name }) => name === project.of)
    const rows = gap ? await closeGap(cast, gap) : []
    const projectId = await beginProject(cast, script, project, rows)
    await runProject(cast, project, projectId)
    const [row] = rows.filter(({ problem }) => problem !== '')
    if (row && project.finishedOn !== undefined) await endTasks(cast, row, project.finishedOn)
  }
}

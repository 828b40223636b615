import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkData, readDataFile } from '../../platform/data-file.ts'

const SCRIPT = fileURLToPath(new URL('../../../packs/demo/story.yaml', import.meta.url))

const counts = z.array(z.int().min(0).max(30)).min(1)

const scriptFile = z.strictObject({
  attended: z.array(
    z.strictObject({ centre: z.string(), service: z.string(), people: counts.length(5) }),
  ),
  troubles: z.array(
    z.strictObject({
      name: z.string(),
      centre: z.string(),
      service: z.string(),
      motive: z.string(),
      before: counts,
      after: counts,
      sayings: z.array(z.string()).min(1),
    }),
  ),
})

export type StoryScript = z.infer<typeof scriptFile>
export type Trouble = StoryScript['troubles'][number]

export async function readStoryScript(): Promise<StoryScript> {
  return checkData(await readDataFile(SCRIPT), scriptFile)
}

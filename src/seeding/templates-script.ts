import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkData, readDataFile } from '../platform/data-file.ts'

const SCRIPT = fileURLToPath(new URL('../../packs/demo/answer-templates.yaml', import.meta.url))

const text = z.string().min(1)
const scriptFile = z.strictObject({
  templates: z.array(
    z.strictObject({ name: text, kinds: z.array(text), body: text, measures: z.string() }),
  ),
})

export type TemplatesScript = z.infer<typeof scriptFile>

export async function readTemplatesScript(): Promise<TemplatesScript> {
  return checkData(await readDataFile(SCRIPT), scriptFile)
}

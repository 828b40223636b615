import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { isRole, type Role } from '../people/index.ts'
import { checkData, readDataFile } from '../platform/data-file.ts'

const SCRIPT = fileURLToPath(new URL('../../packs/demo/programme.yaml', import.meta.url))

const days = z.int().min(-365).max(365)
const role = z
  .string()
  .refine(isRole)
  .transform((name): Role => name)

const scriptFile = z.strictObject({
  campaign: z.strictObject({
    name: z.string(),
    population: z.string(),
    goal: z.int(),
    startedDaysAgo: days,
    endsInDays: days,
  }),
  comments: z.array(z.string()).min(1),
  documents: z.array(
    z.strictObject({
      kind: z.enum(['mechanism', 'strategy', 'procedure']),
      daysAgo: days,
      validatedBy: z.array(role),
      parts: z.record(z.string(), z.string()),
    }),
  ),
  activities: z.array(
    z.strictObject({
      name: z.string(),
      fromDays: days,
      untilDays: days,
      doneDays: days.optional(),
      evidence: z.string().default(''),
    }),
  ),
})

export type ProgrammeScript = z.infer<typeof scriptFile>

export async function readProgrammeScript(): Promise<ProgrammeScript> {
  return checkData(await readDataFile(SCRIPT), scriptFile)
}

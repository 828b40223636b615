import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { INSTRUMENT_KINDS } from '../improvements/index.ts'
import { isRole, type Role } from '../people/index.ts'
import { checkData, readDataFile } from '../platform/data-file.ts'

const SCRIPT = fileURLToPath(new URL('../../packs/demo/improvements.yaml', import.meta.url))

const role = z
  .string()
  .refine(isRole)
  .transform((name): Role => name)

const step = z.strictObject({
  name: z.string(),
  text: z.string(),
  question: z.boolean().default(false),
  /** To another step by its name, or to `end`. */
  ways: z.array(z.strictObject({ label: z.string().default(''), to: z.string() })).min(1),
})

const instrument = z.strictObject({
  centre: z.string(),
  kind: z.enum(INSTRUMENT_KINDS),
  daysAgo: z.int().min(0).max(365),
  signedBy: role.optional(),
  rows: z
    .array(
      z.strictObject({
        cells: z.record(z.string(), z.string()),
        /** Columns that are days, counted from today. */
        days: z.record(z.string(), z.int()).default({}),
      }),
    )
    .min(1),
})

const scriptFile = z.strictObject({
  model: z.strictObject({ code: z.string(), reason: z.string() }),
  processes: z.array(
    z.strictObject({
      centre: z.string(),
      service: z.string(),
      daysAgo: z.int().min(0).max(900),
      objective: z.string(),
      validatedBy: z.array(role),
      steps: z.array(step).min(1),
    }),
  ),
  instruments: z.array(instrument),
})

export type ImprovementsScript = z.infer<typeof scriptFile>
export type ScriptedProcess = ImprovementsScript['processes'][number]
export type ScriptedInstrument = ImprovementsScript['instruments'][number]

export async function readImprovementsScript(): Promise<ImprovementsScript> {
  return checkData(await readDataFile(SCRIPT), scriptFile)
}

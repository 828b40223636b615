import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { isRole, type Role } from '../people/index.ts'
import { checkData, readDataFile } from '../platform/data-file.ts'

const SCRIPT = fileURLToPath(new URL('../../packs/demo/rooms.yaml', import.meta.url))

/** Counted from today. */
const day = z.int().min(-365).max(365)
const text = z.string().min(1)
const role = z
  .string()
  .refine(isRole)
  .transform((name): Role => name)
const answered = z.strictObject({ met: z.boolean(), reason: text })

const scriptFile = z.strictObject({
  centre: text,
  team: z.strictObject({
    writtenOn: day,
    signedOn: day,
    meets: z.enum(['weekly', 'fortnightly', 'monthly', 'quarterly']),
    firstOn: day,
    members: z.array(
      z.strictObject({
        role,
        teamRole: z.enum(['office_head', 'internal_evaluator', 'operative', 'window']),
        post: text,
        duties: text,
      }),
    ),
    minutes: text,
    agreements: z.array(z.strictObject({ what: text, dueOn: day })),
  }),
  disseminations: z.array(
    z.strictObject({
      subject: z.enum(['ethics', 'results']),
      title: text,
      edition: text,
      body: text,
      how: text,
      begunOn: day,
      dueOn: day,
      quiz: z.array(z.strictObject({ text, answers: z.array(text), right: z.int() })),
      readBy: z.array(role),
    }),
  ),
  risks: z.array(
    z.strictObject({
      ...{ point: text, cause: text, control: text, assessedOn: day },
      ...{ likelihood: z.int(), impact: z.int() },
    }),
  ),
  practice: z.strictObject({
    ...{ writtenOn: day, name: text, problem: text, initiative: text, draft: text },
    ...{ figures: text, voices: text, benefit: text },
    tests: z.strictObject({
      ...{ model: answered, benefit: answered, impact: answered, innovation: answered },
    }),
  }),
  measures: z.strictObject({
    ...{ areas: z.array(text), firstOn: day, finding: text, cause: text, action: text, dueOn: day },
  }),
  digital: z.array(
    z.strictObject({ service: text, level: z.int(), assessedOn: day, evidence: text }),
  ),
  means: z.array(
    z.strictObject({
      mean: z.enum(['tickets', 'screen', 'appointments']),
      ...{ isThere: z.boolean(), seenOn: day, evidence: text },
    }),
  ),
})

export type RoomsScript = z.infer<typeof scriptFile>

export async function readRoomsScript(): Promise<RoomsScript> {
  return checkData(await readDataFile(SCRIPT), scriptFile)
}

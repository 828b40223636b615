import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkData, readDataFile } from '../../platform/data-file.ts'

const SCRIPT = fileURLToPath(new URL('../../../packs/demo/story.yaml', import.meta.url))

const counts = z.array(z.int().min(0).max(30)).min(1)

/** Counted from the day of the change. */
const day = z.int().min(-900).max(900)
const span = { from: day, until: day }
const text = z.string().min(1)
const inLanguages = z.object({ es: text, en: text })

const because = { because: text, evidence: text }
const photo = z.strictObject({ picture: text, on: day, caption: text })

const project = z.strictObject({
  /** The gap or the trouble that it is made from. */
  of: text,
  centre: text,
  service: text,
  title: z.string().default(''),
  createdOn: day,
  startsOn: day,
  endsOn: day,
  plan: z
    .strictObject({
      why: text,
      where: text,
      how: text,
      howMuch: text,
      goal: text,
      feasibility: text,
    })
    .optional(),
  activities: z
    .array(z.strictObject({ what: text, evidence: text, from: day, until: day }))
    .default([]),
  /** Of a small office: without a gap, out of one complaint. */
  short: z.strictObject({ problem: text, action: text, before: text }).optional(),
  indicator: z.strictObject({ by: z.enum(['cause', 'service']), ...span, afterDays: z.int() }),
  comment: z.strictObject({ text, answer: z.string() }).optional(),
  approvedOn: day,
  begunOn: day,
  progress: z.array(z.strictObject({ on: day, done: z.array(z.int()), text })),
  photos: z.strictObject({ before: photo, after: photo.optional(), spot: text }).optional(),
  finishedOn: day.optional(),
  verifiedOn: day.optional(),
  told: z.strictObject({ on: day, said: inLanguages, did: inLanguages }).optional(),
  noticed: z
    .array(z.strictObject({ on: day, noticed: z.enum(['yes', 'partly', 'no']), text: z.string() }))
    .default([]),
})

const gap = z.strictObject({
  name: text,
  centre: text,
  service: text,
  begunOn: day,
  closedOn: day,
  ...span,
  reviewOn: day,
  /** By how the activity begins; every other one has no problem. */
  rows: z.array(
    z.strictObject({
      step: text,
      /** Names of codes and causes. */
      shownBy: z.array(text),
      problem: text,
      action: text,
      criteria: z.array(text),
      severity: z.int(),
      feasibility: z.int(),
      dueOn: day,
    }),
  ),
  noProblem: text,
})

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
  reading: z.strictObject({
    frame: text,
    centre: text,
    corpora: z.array(z.strictObject({ question: text, ...span, readOn: day })),
  }),
  /** By the trouble. */
  codes: z.record(
    z.string(),
    z.strictObject({
      driver: text,
      stage: z.enum(['waiting', 'attention', 'result']),
      severity: z.union([z.literal(2), z.literal(3)]),
    }),
  ),
  disagreement: z.strictObject({ every: z.int().positive(), driver: text, reason: text }),
  cause: z.strictObject({
    of: text,
    foundOn: day,
    name: text,
    whys: z.array(z.strictObject(because)),
    bones: z.array(z.strictObject({ branch: z.enum(['process', 'place', 'people']), ...because })),
  }),
  gaps: z.array(gap),
  projects: z.array(project),
})

export type StoryScript = z.infer<typeof scriptFile>
export type Trouble = StoryScript['troubles'][number]
export type ScriptedProject = StoryScript['projects'][number]

export async function readStoryScript(): Promise<StoryScript> {
  return checkData(await readDataFile(SCRIPT), scriptFile)
}

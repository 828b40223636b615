import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkData, readDataFile } from '../platform/data-file.ts'

const VOICES = fileURLToPath(new URL('../../packs/demo/', import.meta.url))

const lines = z.array(z.string()).min(1)
const inLanguages = z.record(z.string(), lines)

const story = z.strictObject({
  kind: z.string(),
  service: z.string(),
  motive: z.string(),
  es: z.string().optional(),
  en: z.string().optional(),
})

const voicesFile = z.strictObject({
  people: z.strictObject({ names: lines, surnames: lines, streets: lines }),
  openings: inLanguages,
  details: inLanguages,
  endings: inLanguages,
  stories: z.array(story).min(1),
  answers: z.record(z.string(), lines),
  measures: lines,
  notes: lines,
  returned: lines,
  not_ours: lines,
  corrections: lines,
  replies: lines,
  information: lines,
  withdrawals: lines,
  transfers: z.array(z.strictObject({ body: z.string(), reason: z.string() })).min(1),
  redirections: z.array(z.strictObject({ procedure: z.string(), reason: z.string() })).min(1),
  archived: lines,
  proofs: lines,
  thanks: lines,
  ratings: z.strictObject({ high: lines, low: lines }),
  reviews: lines,
  reviewed: lines,
})

/** What invented people say, and what the invented office answers. */
export type Voices = z.output<typeof voicesFile>
export type Story = z.output<typeof story>

export async function readVoices(): Promise<Voices> {
  return checkData(await readDataFile(join(VOICES, 'voices.yaml')), voicesFile)
}

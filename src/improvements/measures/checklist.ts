import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkData, readDataFile } from '../../platform/data-file.ts'

const FILE = fileURLToPath(new URL('../../../packs/inspections/neutral.yaml', import.meta.url))

const texts = z.record(z.string(), z.string().min(1))

const schema = z.object({
  code: z.string().min(1),
  version: z.number().int().positive(),
  source: z.string().min(1),
  areas: z.array(texts).min(1),
  items: z.array(z.object({ code: z.string().min(1), text: texts })).min(1),
})

export type Checklist = z.output<typeof schema>

let read: Promise<Checklist> | null = null

/** What is looked at in every area; data of the packs, read once. */
export function readChecklist(): Promise<Checklist> {
  read ??= readDataFile(FILE).then((file) => checkData(file, schema))
  return read
}

export function inLanguage(text: Readonly<Record<string, string>>, lang: string): string {
  return text[lang] ?? text['es'] ?? ''
}

export function nameOf({ code, version }: Checklist): string {
  return `${code}/${version}`
}

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkData, readDataFile } from '../../platform/data-file.ts'
import { MASK_KINDS } from './corpus.ts'
import { FIRST_LEVEL } from './frame.ts'

/** What stands for personal data in a language, and the first level of the frame in it: files of packs/words. */

const FOLDER = fileURLToPath(new URL('../../../packs/words/', import.meta.url))

const wordPackFile = z.strictObject({
  language: z.string(),
  labels: z.record(z.enum(MASK_KINDS), z.string().min(1).max(24)),
  frame: z
    .array(
      z.strictObject({
        driver: z.enum(FIRST_LEVEL),
        name: z.string().min(1).max(120),
        definition: z.string().min(1),
        include: z.string(),
        exclude: z.string(),
        example: z.string(),
      }),
    )
    .refine(
      (codes) => FIRST_LEVEL.every((driver) => codes.some((code) => code.driver === driver)),
      { message: 'A code of the first level is missing' },
    ),
})

export type WordPack = z.infer<typeof wordPackFile>

const read = new Map<string, Promise<WordPack>>()

/** Of a language, or the first one that there is: a text in another is masked as well as can be. */
export async function readWordPack(language: string): Promise<WordPack> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).sort()
  const own = `${language.slice(0, 2)}.yaml`
  const [file = own] = files.includes(own) ? [own] : files
  const pack = read.get(file) ?? readPack(file)
  read.set(file, pack)
  return pack
}

async function readPack(file: string): Promise<WordPack> {
  return checkData(await readDataFile(join(FOLDER, file)), wordPackFile)
}

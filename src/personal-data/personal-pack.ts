import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { checkData, readDataFile } from '../platform/data-file.ts'

/** How personal data looks: in each language, and the numbers that carry their own check. */

const FOLDER = fileURLToPath(new URL('../../packs/personal-data/', import.meta.url))
const NUMBERS = 'numbers.yaml'

const listed = z.array(z.string().min(1))
const separated = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ''))

const wordsFile = z.strictObject({
  language: z.string(),
  titles: separated,
  introductions: listed,
  closings: listed,
  afterNames: separated,
  weakIntroductions: listed,
  particles: listed,
  saints: listed,
  moneySigns: listed,
  documentWords: listed,
  accountWords: listed,
  phoneWords: listed,
  plateWords: listed,
  streets: listed,
  blocks: listed,
  lots: listed,
  numberWords: listed,
  insideWords: listed,
  plates: listed,
  ambiguous: separated,
  commonWords: separated,
  givenNames: separated,
  surnames: separated,
  stopWords: separated,
})

const numberCheck = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('weighted'),
    alphabet: z.string(),
    weights: z.array(z.int().positive()),
    modulus: z.int().positive(),
    complement: z.boolean().default(false),
    digits: z.boolean().default(false),
    marks: z.string(),
  }),
  z.strictObject({ by: z.literal('luhn') }),
  z.strictObject({ by: z.literal('iban') }),
])

const numbersFile = z.strictObject({
  numbers: z.array(
    z.strictObject({
      code: z.string(),
      kind: z.enum(['document', 'account']),
      name: z.string(),
      pattern: z.string(),
      check: numberCheck,
      source: z.string(),
    }),
  ),
})

export type PersonalWords = z.infer<typeof wordsFile>
export type NumberCheck = z.infer<typeof numberCheck>
export type CheckedNumber = z.infer<typeof numbersFile>['numbers'][number]

const read = new Map<string, Promise<PersonalWords>>()
let numbers: Promise<readonly CheckedNumber[]> | null = null

/** Of a language, or the first one that there is: a text in another is read as well as can be. */
export async function readPersonalWords(language: string): Promise<PersonalWords> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml') && name !== NUMBERS)
  const own = `${language.slice(0, 2)}.yaml`
  const [file = own] = files.includes(own) ? [own] : files.toSorted()
  const words = read.get(file) ?? readWords(file)
  read.set(file, words)
  return words
}

export function readCheckedNumbers(): Promise<readonly CheckedNumber[]> {
  numbers ??= readNumbers()
  return numbers
}

async function readWords(file: string): Promise<PersonalWords> {
  return checkData(await readDataFile(join(FOLDER, file)), wordsFile)
}

async function readNumbers(): Promise<readonly CheckedNumber[]> {
  return checkData(await readDataFile(join(FOLDER, NUMBERS)), numbersFile).numbers
}

import {
  type BatchesJson,
  batchesFromJson,
  findFiling,
  fromBase64url,
  type FoundFiling,
  readHash,
  readWords,
  Refused,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { partOf } from './part-of.ts'
import { clearProblems, showProblem } from './problems.ts'
import { type Say, speechOf } from './speech.ts'
import { everyWordList } from './word-lists.ts'

interface ProofsData {
  administrationId: string
  language: string
  publicKey: string
  allUrl: string
  texts: Readonly<Record<string, string>>
}

interface Typed {
  bits: Uint8Array
  contentHash: Uint8Array
}

/** Looks for the receipt among all that was ever published; what was typed stays on this page. */
export async function proveFiling(form: HTMLFormElement): Promise<void> {
  const data = JSON.parse(partOf(document, '#proofs-data').textContent ?? '') as ProofsData
  const say = speechOf(data.texts)
  const answer = partOf(form, '[data-answer]')
  clearProblems(form)
  answer.textContent = ''
  const typed = await readTyped(form, say)
  if (!typed) return
  answer.textContent = say('answers.checking')
  try {
    answer.textContent = sayFound(await lookUp(data, typed), data.language, say)
  } catch (error) {
    answer.textContent = say(`answers.${error instanceof Refused ? 'tampered' : 'not_loaded'}`)
  }
}

async function readTyped(form: HTMLFormElement, say: Say): Promise<Typed | null> {
  const field = (name: string) => partOf<HTMLTextAreaElement>(form, `[name=${name}]`).value
  const read = readWords(field('words'), await everyWordList())
  const contentHash = readHash(field('hash'))
  if (!contentHash) showProblem(form, 'hash', say('problems.hash.format'))
  if (!('bits' in read)) {
    const { problem, ...values } = read
    showProblem(form, 'words', say(`problems.words.${problem}`, values))
    return null
  }
  return contentHash && { bits: read.bits, contentHash }
}

/** Every batch, whichever is wanted: the server does not learn which. */
async function lookUp(data: ProofsData, typed: Typed): Promise<FoundFiling> {
  const response = await fetch(data.allUrl, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
  if (!response.ok) throw new Error(String(response.status))
  const batches = batchesFromJson((await response.json()) as BatchesJson)
  const published = {
    administration: data.administrationId,
    publicKey: fromBase64url(data.publicKey, 32),
    batches,
  }
  return findFiling(published, typed.bits, typed.contentHash)
}

function sayFound(found: FoundFiling, language: string, say: Say): string {
  if ('problem' in found) return say(`answers.${found.problem}`)
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return say('answers.found', { week: days.format(new Date(`${found.week}T00:00:00Z`)) })
}

import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import {
  answersOf,
  calibrate,
  learn,
  learnNaiveBayes,
  measure,
  mostFrequentOf,
  rankByNaiveBayes,
  suggest,
  type Example,
  type Measure,
} from '../../src/analysis/suggestions/index.ts'

const USAGE = `it reads two files that you name:
npm run bench -- suggestions LEARN.csv TRY.csv --text COLUMN --label COLUMN --at COLUMN [--language es]`
const LEARNT_PART = 0.8

/** Learns from one file and tries itself on another that it never saw, beside the plainest model. */
export async function benchSuggestions(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      text: { type: 'string', default: 'text' },
      label: { type: 'string', default: 'label' },
      at: { type: 'string', default: 'at' },
      language: { type: 'string', default: 'es' },
    },
  })
  const [toLearn, toTry] = positionals
  if (toLearn === undefined || toTry === undefined) return say(USAGE)
  const known = await readExamples(toLearn, values)
  const unseen = await readExamples(toTry, values)
  say(`learnt from ${known.length} texts, tried on ${unseen.length}`)
  tryMostFrequent(known, unseen)
  tryNaiveBayes(known, unseen)
  tryModel(known, unseen)
}

interface Columns {
  text: string
  label: string
  at: string
  language: string
}

async function readExamples(path: string, columns: Columns): Promise<Example[]> {
  const { text, label, at, language } = columns
  const rows = parse<Record<string, string>>(await readFile(path), { columns: true, bom: true })
  return rows
    .sort((a, b) => ((a[at] ?? '') < (b[at] ?? '') ? -1 : 1))
    .map((row) => ({ text: row[text] ?? '', label: row[label] ?? '', language }))
}

function tryMostFrequent(known: readonly Example[], unseen: readonly Example[]): void {
  const { mostFrequent } = measure(answersOf(learn([]), unseen), mostFrequentOf(known))
  say(`always the most frequent: ${percent(mostFrequent)}`)
}

function tryNaiveBayes(known: readonly Example[], unseen: readonly Example[]): void {
  const began = performance.now()
  const plain = learnNaiveBayes(known)
  const learnt = performance.now()
  const answers = unseen.map(({ text, label }) => {
    const codes = rankByNaiveBayes(plain, text).slice(0, 3)
    return { label, codes, probability: 1 }
  })
  const found = measure(answers, '')
  sayMeasure('naive Bayes on words', found)
  sayPace(learnt - began, performance.now() - learnt, unseen.length)
}

/** As in the book: older cases teach, newer ones say how sure to be, then all teach. */
function tryModel(known: readonly Example[], unseen: readonly Example[]): void {
  const cut = Math.floor(known.length * LEARNT_PART)
  const { temperature } = calibrate(learn(known.slice(0, cut)), known.slice(cut))
  const began = performance.now()
  const model = learn(known, temperature)
  const learnt = performance.now()
  const answers = answersOf(model, unseen)
  sayMeasure('the model', measure(answers, mostFrequentOf(known)))
  const said = performance.now()
  for (const example of unseen) suggest(model, example)
  sayPace(learnt - began, performance.now() - said, unseen.length)
  const weight = (model.weights.byteLength / 2 ** 20).toFixed(1)
  say(`  ${model.space.hashes.length} features, ${model.labels.length} answers, ${weight} MiB`)
  for (const least of [0.3, 0.5, 0.7, 0.9]) {
    const sure = answers.filter(({ probability }) => probability >= least)
    const { first } = measure(sure, '')
    const part = percent(sure.length / answers.length)
    say(`  when at least ${percent(least)} sure (${part} of the texts): right in ${percent(first)}`)
  }
}

function sayMeasure(name: string, { first, amongThree, heldOut }: Measure): void {
  say(`${name}: first ${percent(first)}, among three ${percent(amongThree)} (n = ${heldOut})`)
}

function sayPace(learning: number, saying: number, texts: number): void {
  const each = Math.round(texts / (saying / 1000))
  say(`  learnt in ${(learning / 1000).toFixed(1)} s on one core, ${each} texts a second`)
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

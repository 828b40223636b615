import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAdministration, loadPacks } from '../../src/installation/index.ts'
import { openTestSystem, type TestSystem } from './test-system.ts'

const DEMO = 'packs/demo/administration.yaml'

export interface DemoOptions {
  now?: string
  env?: Record<string, string>
  /** The municipality as it would be otherwise: its file, changed before it is read. */
  change?: (file: string) => string
}

/** A system whose only administration is the demonstration's municipality. */
export async function openDemoBook({ change, ...options }: DemoOptions = {}): Promise<TestSystem> {
  const test = await openTestSystem(options)
  const now = test.system.clock()
  await loadPacks(test.system, now)
  const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-demo-'))
  const file = join(folder, 'administration.yaml')
  const text = await readFile(DEMO, 'utf8')
  await writeFile(file, change ? change(text) : text)
  await addAdministration(test.system, file, now, { demo: true })
  await rm(folder, { recursive: true })
  return test
}

/** Under the rules of Guanajuato, with the terms that such an administration sets itself. */
export function inGuanajuato(file: string): string {
  const terms = [
    `{ step: answer, days: 20, from: '2026-01-01', source: Acuerdo 1 }`,
    `{ step: triage, days: 3, from: '2026-01-01', source: Acuerdo 1 }`,
  ]
  return file
    .replace('regime: neutral', 'regime: mx-guanajuato-mas')
    .concat(`\nterms:\n${terms.map((term) => `  - ${term}\n`).join('')}`)
}

/** Under the rules of Peru, which know no observation. */
export function inPeru(file: string): string {
  return file
    .replace('regime: neutral', 'regime: pe-ds-007-2020-pcm')
    .replaceAll(/, observation\b|\bobservation, /g, '')
}

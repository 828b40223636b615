import { learn, suggest, type Example } from '../../../src/analysis/suggestions/index.ts'
import { listConfirmedCases } from '../../../src/cases/index.ts'
import { say } from '../telling.ts'
import type { LivedBook } from '../lived-book.ts'

const CASES = 5000

/** Learning the unit from what people confirmed, and suggesting it, on one core. */
export async function measureLearning({ system, administrationId }: LivedBook): Promise<void> {
  const page = { after: null, limit: CASES }
  const cases = await listConfirmedCases(system.db, administrationId, page)
  const examples = cases.flatMap(({ text, language, unitId }): Example[] =>
    unitId === null ? [] : [{ text, language, label: unitId }],
  )
  const learning = coreSeconds(() => learn(examples))
  const suggesting = coreSeconds(() => {
    for (const example of examples) suggest(learning.result, example)
  })
  const rate = (seconds: number) => Math.round(examples.length / seconds)
  say(
    `on one core ${rate(learning.seconds)} texts a second are learnt from, ` +
      `${rate(suggesting.seconds)} suggested for (${examples.length} texts)`,
  )
}

/** As the process itself was busy, whoever else uses the machine. */
function coreSeconds<T>(work: () => T): { result: T; seconds: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6 }
}

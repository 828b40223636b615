import { countStatements, type CountedSystem } from '../../../test/support/count-statements.ts'
import { startApp, type RunningApp } from '../../../test/support/running-app.ts'
import { Visitor } from '../../../test/support/visitor.ts'
import { say, timeOf, median } from '../telling.ts'
import type { LivedBook } from './counted-book.ts'

const LOOKS = 15
const PAGE = '/personal/demo/indicadores'

/** Each of those who have a dashboard looks at theirs; the analyst also at a year by service. */
const VIEWS = [
  { account: 'jefatura', address: PAGE },
  { account: 'responsable', address: PAGE },
  { account: 'analisis', address: `${PAGE}?periodo=2026&por=service` },
  { account: 'direccion', address: PAGE },
]

export interface CountedBook {
  size: number
  book: LivedBook
}

/** The dashboards of books of several sizes, looked at in turn. */
export async function measureDashboards(books: readonly CountedBook[]): Promise<void> {
  const opened: { counted: CountedSystem; app: RunningApp }[] = []
  for (const { book } of books) {
    const counted = countStatements(book.system)
    opened.push({ counted, app: await startApp(counted.system) })
  }
  try {
    for (const { account, address } of VIEWS) {
      const visitors = await Promise.all(opened.map(({ app }) => signIn(app, account)))
      const looks: number[][] = books.map(() => [])
      // side by side, after a round that only warms up
      for (let round = 0; round <= LOOKS; round += 1) {
        for (const [index, visitor] of visitors.entries()) {
          opened[index]?.counted.taken()
          const look = await timeOf(() => visitor.get(address))
          if (round > 0) looks[index]?.push(look)
        }
      }
      const medians = looks.map(median)
      const ratios = books.map(
        ({ size }, index) => `${times(medians[index], medians[0])} at ${size.toLocaleString('en')}`,
      )
      const statements = opened.at(-1)?.counted.taken() ?? 0
      say(`${account}, ${address}: ${ratios.join(', ')} cases; ${statements} statements`)
    }
  } finally {
    for (const { app } of opened) await app.close()
  }
}

async function signIn(app: { url: string }, account: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${account}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

function times(one = 0, other = 1): string {
  return `${(one / other).toFixed(2)} times`
}

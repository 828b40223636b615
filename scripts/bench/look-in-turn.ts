import { countStatements, type CountedSystem } from '../../test/support/count-statements.ts'
import { startApp, type RunningApp } from '../../test/support/running-app.ts'
import { Visitor } from '../../test/support/visitor.ts'
import type { LivedBook } from './lived-book.ts'
import { median, say, timeOf } from './telling.ts'

const LOOKS = 15

/** A book that holds so many cases, however they came into it. */
export interface SizedBook {
  size: number
  book: LivedBook
}

/** A page as somebody of the demonstration sees it. */
export interface View {
  account: string
  /** In words, what is looked at. */
  name: string
  address: (book: LivedBook) => Promise<string> | string
}

/** The same pages of books of several sizes, looked at in turn. */
export async function lookInTurn(
  books: readonly SizedBook[],
  views: readonly View[],
): Promise<void> {
  const opened: { counted: CountedSystem; app: RunningApp }[] = []
  for (const { book } of books) {
    const counted = countStatements(book.system)
    opened.push({ counted, app: await startApp(counted.system) })
  }
  try {
    for (const view of views) await lookAt(view, books, opened)
  } finally {
    for (const { app } of opened) await app.close()
  }
}

async function lookAt(
  { account, name, address }: View,
  books: readonly SizedBook[],
  opened: readonly { counted: CountedSystem; app: RunningApp }[],
): Promise<void> {
  const pages = await Promise.all(
    books.map(async ({ book }, index) => ({
      visitor: await signIn(opened[index]?.app, account),
      path: await address(book),
      looks: [] as number[],
    })),
  )
  // side by side, after a round that only warms up
  for (let round = 0; round <= LOOKS; round += 1) {
    for (const { visitor, path, looks } of pages) {
      for (const { counted } of opened) counted.taken()
      const look = await timeOf(() => visitor.get(path))
      if (visitor.page.status !== 200) throw new Error(`${path}: ${visitor.page.status}`)
      if (round > 0) looks.push(look)
    }
  }
  const [first = 1, ...others] = pages.map(({ looks }) => median(looks))
  const ratios = others.map((look, index) => {
    const size = (books[index + 1]?.size ?? 0).toLocaleString('en')
    return `${(look / first).toFixed(2)} times at ${size} cases`
  })
  say(`${name}: ${ratios.join(', ')}; ${opened.at(-1)?.counted.taken() ?? 0} statements`)
}

async function signIn(app: RunningApp | undefined, account: string): Promise<Visitor> {
  if (!app) throw new Error('every book has its application')
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${account}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

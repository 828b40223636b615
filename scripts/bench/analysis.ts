import { countDrawn } from './analysis/counted-book.ts'
import { measureDashboards } from './analysis/dashboards.ts'
import { measureLearning } from './analysis/learning.ts'
import { measureRebuild } from './analysis/rebuild.ts'
import { measureReports } from './analysis/report.ts'
import { openLivedBook } from './lived-book.ts'
import type { SizedBook } from './look-in-turn.ts'
import { say } from './telling.ts'

const SIZES = [10_000, 100_000, 1_000_000]
/** Really lived in each book; the rest of its cases are drawn from them where the book tells the analysis its facts. */
const LIVED = 3000

/** Dashboards and reports of books of several sizes, with five years of history, and what makes their figures. */
export async function benchAnalysis(args: readonly string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : SIZES
  const books: SizedBook[] = []
  try {
    say(`${LIVED} cases are lived in each book; of the others only the facts are told and counted`)
    for (const size of sizes) books.push({ size, book: await openLivedBook(LIVED) })
    for (const [index, { size, book }] of books.entries()) {
      if (index === 0) await measureLearning(book)
      await measureRebuild(book)
      await countDrawn(book, size - LIVED)
    }
    await measureDashboards(books)
    await measureReports(books)
  } finally {
    for (const { book } of books) await book.close()
  }
}

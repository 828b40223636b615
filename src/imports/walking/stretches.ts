import type { LegacyRow } from '../read-cases.ts'

const MOST_ROWS = 5_000
const MOST_LETTERS = 2_000_000

/** As many rows as go into one transaction: fewer where they are long, so that memory stays small. */
export async function* stretchesOf(
  pages: AsyncIterable<readonly LegacyRow[]>,
): AsyncGenerator<readonly LegacyRow[]> {
  let stretch: LegacyRow[] = []
  let letters = 0
  for await (const rows of pages) {
    for (const row of rows) {
      stretch.push(row)
      for (const cell of row.cells) letters += cell.length
      if (stretch.length < MOST_ROWS && letters < MOST_LETTERS) continue
      yield stretch
      stretch = []
      letters = 0
    }
  }
  if (stretch.length > 0) yield stretch
}

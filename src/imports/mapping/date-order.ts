/** What the cells of a column say about the order of day and month. */
export interface DateOrder {
  /** Null: the cells do not decide it, and a person must. */
  order: 'd/M' | 'M/d' | null
  /** Cells whose first number can only be a day, and those whose second can only be one. */
  firstOverTwelve: readonly string[]
  secondOverTwelve: readonly string[]
}

const SHOWN = 5

/** Only days over twelve tell them apart. Cells that contradict each other decide nothing. */
export function dateOrderOf(cells: Iterable<string>): DateOrder {
  const firstOverTwelve: string[] = []
  const secondOverTwelve: string[] = []
  for (const cell of cells) {
    const [, first, second] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(cell) ?? []
    if (Number(first) > 12 && firstOverTwelve.length < SHOWN) firstOverTwelve.push(cell)
    if (Number(second) > 12 && secondOverTwelve.length < SHOWN) secondOverTwelve.push(cell)
  }
  return { order: decide(firstOverTwelve, secondOverTwelve), firstOverTwelve, secondOverTwelve }
}

function decide(first: readonly string[], second: readonly string[]): DateOrder['order'] {
  if (first.length > 0 && second.length === 0) return 'd/M'
  if (second.length > 0 && first.length === 0) return 'M/d'
  return null
}

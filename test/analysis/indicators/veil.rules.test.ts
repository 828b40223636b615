import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { spanOf, spansOf, type TimeSpan } from '../../../src/analysis/indicators/spans.ts'
import { pairOf, veilOf, type Family, type Veil } from '../../../src/analysis/indicators/veil.ts'

const CENTRES = ['c1', 'c2', 'c3']
const MOTIVES = ['delay', 'staff', 'price']
const MONTHS = spanOf('year', '2025-01-01').months
const SMALLEST = 5

/** How many cases of each centre and motive each month brought. */
type Book = readonly (readonly (readonly number[])[])[]

const book: fc.Arbitrary<Book> = fc.array(
  fc.array(fc.array(fc.constantFrom(0, 0, 1, 3, 4, 6, 9, 14), { minLength: 12, maxLength: 12 }), {
    minLength: MOTIVES.length,
    maxLength: MOTIVES.length,
  }),
  { minLength: CENTRES.length, maxLength: CENTRES.length },
)

/** A sum that somebody may ask for: which centre, which motive (null: all of them), which span. */
interface Cell {
  centre: number | null
  motive: number | null
  span: TimeSpan
}

const SPANS = [
  spanOf('year', '2025-01-01'),
  ...[0, 3, 6, 9].map((month) => spanOf('quarter', MONTHS[month]!)),
  ...MONTHS.map((month) => spanOf('month', month)),
]
const EACH = <T>(all: readonly T[]) => [null, ...all.keys()]
const CELLS: Cell[] = EACH(CENTRES).flatMap((centre) =>
  EACH(MOTIVES).flatMap((motive) => SPANS.map((span) => ({ centre, motive, span }))),
)

const variablesOf = ({ centre, motive, span }: Cell) =>
  [...CENTRES.keys()].flatMap((c) =>
    [...MOTIVES.keys()].flatMap((m) =>
      MONTHS.flatMap((month, index) =>
        (centre === null || centre === c) &&
        (motive === null || motive === m) &&
        span.months.includes(month)
          ? [(c * MOTIVES.length + m) * 12 + index]
          : [],
      ),
    ),
  )

const valueOf = (all: Book, cell: Cell) =>
  variablesOf(cell).reduce((sum, each) => {
    const place = Math.floor(each / 12)
    return (
      sum + (all[Math.floor(place / MOTIVES.length)]?.[place % MOTIVES.length]?.[each % 12] ?? 0)
    )
  }, 0)

function familyOf(
  all: Book,
  names: readonly string[],
  cellOf: (index: number) => Omit<Cell, 'span'>,
) {
  const family = new Map<string, Map<string, number[]>>()
  for (const [index, name] of names.entries()) {
    const months = MONTHS.map((month): [string, number[]] => [
      month,
      [valueOf(all, { ...cellOf(index), span: spanOf('month', month) })],
    ])
    family.set(name, new Map(months))
  }
  return family as Family
}

/** Asked as pages ask: one veil for a place and a breakdown. */
function shownIn(all: Book): (cell: Cell) => boolean {
  const whole = familyOf(all, [''], () => ({ centre: null, motive: null }))
  const centres = familyOf(all, CENTRES, (index) => ({ centre: index, motive: null }))
  const members = familyOf(all, MOTIVES, (index) => ({ centre: null, motive: index }))
  const within = CENTRES.map((_, centre) =>
    familyOf(all, MOTIVES, (motive) => ({ centre, motive })),
  )
  const veils = new Map<string, Veil>()
  const veilAt = (centre: number | null, breakdown: string | null) => {
    const key = `${centre} ${breakdown}`
    const centreId = centre === null ? null : CENTRES[centre]!
    const pair = centreId === null ? [] : pairOf(centreId, CENTRES)
    const membersWithin = new Map(pair.map((id) => [id, within[CENTRES.indexOf(id)]!]))
    const neighbours = { whole, centres, members, membersWithin }
    const options = { neighbours, centreId, breakdown, smallest: SMALLEST, asOf: '2026-06-15' }
    const veil = veils.get(key) ?? veilOf(options)
    veils.set(key, veil)
    return veil
  }
  return ({ centre, motive, span }) =>
    veilAt(centre, motive === null ? null : 'motive')(
      span,
      motive === null ? null : MOTIVES[motive]!,
    )
}

/** The rows of a matrix brought to steps, so that whether another one follows from them is seen. */
class Known {
  readonly #rows: { pivot: number; row: number[] }[] = []

  add(row: readonly number[]): void {
    const rest = this.#without(row)
    const pivot = rest.findIndex((value) => Math.abs(value) > 1e-9)
    if (pivot < 0) return
    const scale = rest[pivot]!
    this.#rows.push({ pivot, row: rest.map((value) => value / scale) })
  }

  tells(row: readonly number[]): boolean {
    return this.#without(row).every((value) => Math.abs(value) <= 1e-9)
  }

  #without(row: readonly number[]): number[] {
    const rest = [...row]
    for (const { pivot, row: known } of this.#rows) {
      const factor = rest[pivot]!
      if (factor !== 0) for (const [index, value] of known.entries()) rest[index]! -= factor * value
    }
    return rest
  }
}

const rowOf = (cell: Cell) => {
  const row = Array.from({ length: CENTRES.length * MOTIVES.length * 12 }, () => 0)
  for (const each of variablesOf(cell)) row[each] = 1
  return row
}

describe('A hidden cell', () => {
  it('cannot be got by adding and subtracting whatever is shown around it', () => {
    fc.assert(
      fc.property(book, (all) => {
        const shown = CELLS.filter(shownIn(all))
        const known = new Known()
        for (const cell of shown) known.add(rowOf(cell))
        for (const cell of CELLS) {
          const value = valueOf(all, cell)
          if (value > 0 && value < SMALLEST) expect(known.tells(rowOf(cell))).toBe(false)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('is every one of the few, and where all are many nothing is hidden', () => {
    const many = CENTRES.map(() => MOTIVES.map(() => MONTHS.map(() => 9)))
    expect(CELLS.every(shownIn(many))).toBe(true)
    const one = many.map((motives) => motives.map((months) => [...months]))
    one[0]![0]![0] = 3
    const isShown = shownIn(one)
    const hidden = CELLS.filter((cell) => !isShown(cell))
    // a motive and the one that hides with it, in a pair of centres, in the three months of the quarter
    expect(hidden.every(({ span }) => span.level === 'month')).toBe(true)
    expect(hidden).toHaveLength(3 * 2 * 3)
  })
})

describe('A run of months', () => {
  it('is made of the longest spans that are told as such', () => {
    const months = [...MONTHS.slice(2), ...spanOf('year', '2026-01-01').months]
    expect(spansOf(months).map(({ level, months: [first] }) => `${level} ${first}`)).toEqual([
      'month 2025-03-01',
      'quarter 2025-04-01',
      'quarter 2025-07-01',
      'quarter 2025-10-01',
      'year 2026-01-01',
    ])
  })
})

/** A pile that one person carries; more is a typing mistake in the last number. */
export const MOST_IN_PILE = 500

/** The number that is printed on a blank sheet: of a series of its own, never one of the book's. */
export function printedNumber(bookCode: string, number: number): string {
  return `HOJA-${bookCode}-${String(number).padStart(6, '0')}`
}

/** The same sheet is written in one way, however it is typed. */
export function tidySheetNumber(typed: string): string {
  return typed.toUpperCase().replace(/\s+/g, ' ').trim()
}

export type SheetRange =
  { numbers: readonly string[] } | { problem: string; field: 'first' | 'last' }

/** From one number to another that differs in its last figures; of the second those are enough. */
export function readRange(typedFirst: string, typedLast: string): SheetRange {
  const first = partsOf(tidySheetNumber(typedFirst))
  if (!first) return { field: 'first', problem: typedFirst.trim() ? 'not_valid' : 'required' }
  const last = partsOf(tidySheetNumber(typedLast))
  if (!last) return { field: 'last', problem: typedLast.trim() ? 'not_valid' : 'required' }
  if (last.prefix !== '' && last.prefix !== first.prefix) {
    return { field: 'last', problem: 'other_series' }
  }
  const kept = last.prefix === '' ? first.figures.slice(0, -last.figures.length) : ''
  const from = Number(first.figures)
  const until = Number(kept + last.figures)
  if (until < from) return { field: 'last', problem: 'before_first' }
  if (until - from >= MOST_IN_PILE) return { field: 'last', problem: 'too_many' }
  const width = first.figures.length
  return {
    numbers: Array.from(
      { length: until - from + 1 },
      (_, index) => first.prefix + String(from + index).padStart(width, '0'),
    ),
  }
}

function partsOf(number: string): { prefix: string; figures: string } | null {
  const [, prefix = '', figures = ''] = /^(.{0,30}?)(\d{1,9})$/.exec(number) ?? []
  return figures === '' ? null : { prefix, figures }
}

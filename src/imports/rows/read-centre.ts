import type { CentreMapping } from '../mapping/centre-mapping.ts'
import { cellFinder, type Cells } from './cell-readers.ts'
import { placeKey } from './known-book.ts'

export interface ReadCentre {
  name: string
  slug: string
  address: string | null
}

const LONGEST_SLUG = 60

/** An office as a directory tells it; its short name is made of its name. Null: it has none. */
export function centreReader(
  { centres }: CentreMapping,
  headings: readonly string[],
): (cells: Cells) => ReadCentre | null {
  const cellOf = cellFinder(headings)
  const nameCell = cellOf(centres.name.column)
  const addressCells = (centres.address?.columns ?? []).map(cellOf)
  return (cells) => {
    const name = tidy(nameCell(cells))
    const slug = slugOf(name)
    if (slug === '') return null
    const address = addressCells.map((cell) => tidy(cell(cells))).filter((part) => part !== '')
    return { name, slug, address: address.length > 0 ? address.join(', ') : null }
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

export function slugOf(name: string): string {
  const letters = placeKey(name).replace(/[^a-z0-9]+/g, '-')
  return letters
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, '')
}

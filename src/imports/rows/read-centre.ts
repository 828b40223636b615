import { nameSlug } from '../../administrations/index.ts'
import type { CentreMapping } from '../mapping/centre-mapping.ts'
import { cellFinder, type Cells } from './cell-readers.ts'

export interface ReadCentre {
  name: string
  slug: string
  address: string | null
}

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
    const slug = nameSlug(name)
    if (slug === '') return null
    const address = addressCells.map((cell) => tidy(cell(cells))).filter((part) => part !== '')
    return { name, slug, address: address.length > 0 ? address.join(', ') : null }
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

import type { PlainDate } from '../../platform/dates.ts'
import type { Paper } from '../proof.ts'
import { safeName } from './safe-name.ts'

/** A file of the pack, stored once however many elements it shows. */
export interface PlannedFile {
  path: string
  title: string
  on: PlainDate | null
  review: Paper['review']
  open: Paper['open']
}

/** What was placed stays where it was placed first. */
export class Shelf {
  readonly #mask: (text: string) => string
  readonly #placed = new Map<string, PlannedFile>()
  readonly #taken = new Set<string>()

  constructor(mask: (text: string) => string) {
    this.#mask = mask
  }

  get files(): PlannedFile[] {
    return [...this.#placed.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
  }

  place(folder: string, identity: string, paper: Paper): PlannedFile {
    const known = this.#placed.get(identity)
    if (known) return known
    const { title, on, review, open } = paper
    const path = this.#freePath(folder, paper.fileName)
    const file = { path, title: this.#mask(title), on, review, open }
    this.#placed.set(identity, file)
    return file
  }

  #freePath(folder: string, fileName: string): string {
    const name = safeName(fileName, 56)
    for (let copy = 1; ; copy += 1) {
      const path = `${folder}/${copy === 1 ? name : `${copy}-${name}`}`
      if (this.#taken.has(path)) continue
      this.#taken.add(path)
      return path
    }
  }
}

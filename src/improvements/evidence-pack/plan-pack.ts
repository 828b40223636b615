import type { PlainDate } from '../../platform/dates.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { EvaluationModel, EvidenceAsked, ShownElement, Standing } from '../evaluation/index.ts'
import type { Paper } from '../proof.ts'
import { numbered, safeName } from './safe-name.ts'

/** A file of the pack, stored once however many elements it shows. */
export interface PlannedFile {
  path: string
  title: string
  on: PlainDate | null
  review: Paper['review']
  open: Paper['open']
}

export interface PlannedElement {
  id: string
  text: string
  characteristics: readonly string[]
  standing: Standing
  /** What shows it that has no file: said in words. */
  said: readonly { title: string; lacks: readonly string[] }[]
  files: readonly PlannedFile[]
  /** What is still to be done for it. */
  owed: readonly { what: string; dueOn: PlainDate; ownerId: string }[]
}

export interface PlannedEvidence {
  folder: string
  name: string
  nature: EvidenceAsked['nature']
  elements: readonly PlannedElement[]
}

export interface PlannedPack {
  criteria: readonly { name: string; evidences: readonly PlannedEvidence[] }[]
  files: readonly PlannedFile[]
}

/** Which files stand where: always the same for the same things, in the order of the model. */
export function planPack(
  model: EvaluationModel,
  shown: ReadonlyMap<string, ShownElement>,
  { lang, paperOf }: { lang: string; paperOf: (item: ShownElement['added'][number]) => Paper },
): PlannedPack {
  const shelf = new Shelf()
  const criteria = model.criteria.map((criterion, place) => ({
    name: inLanguage(criterion.name, lang),
    evidences: criterion.evidences.map((evidence, index): PlannedEvidence => {
      const folder = `${numbered(place, criterion.id, 24)}/${numbered(index, evidence.id, 28)}`
      return {
        folder,
        name: inLanguage(evidence.name, lang),
        nature: evidence.nature,
        elements: evidence.elements.flatMap(({ id }) => {
          const one = shown.get(id)
          return one ? [planElement(one, { folder, lang, paperOf, shelf })] : []
        }),
      }
    }),
  }))
  return { criteria, files: shelf.files }
}

interface Planning {
  folder: string
  lang: string
  paperOf: (item: ShownElement['added'][number]) => Paper
  shelf: Shelf
}

function planElement(
  { element, standing, proofs, added, tasks }: ShownElement,
  { folder, lang, paperOf, shelf }: Planning,
): PlannedElement {
  const proved = proofs.flatMap(({ key, href, papers }) =>
    papers.map((paper) => shelf.place(folder, `${key} ${href} ${paper.fileName}`, paper)),
  )
  const brought = added.map((item) => shelf.place(folder, item.evidenceId, paperOf(item)))
  return {
    id: element.id,
    text: inLanguage(element.text, lang),
    characteristics: element.characteristics.map((one) => inLanguage(one, lang)),
    standing,
    said: proofs.map(({ title, lacks }) => ({ title, lacks })),
    files: [...new Set([...proved, ...brought])],
    owed: tasks.filter(({ state }) => state === 'open'),
  }
}

/** What was placed stays where it was placed first. */
class Shelf {
  readonly #placed = new Map<string, PlannedFile>()
  readonly #taken = new Set<string>()

  get files(): PlannedFile[] {
    return [...this.#placed.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
  }

  place(folder: string, identity: string, paper: Paper): PlannedFile {
    const known = this.#placed.get(identity)
    if (known) return known
    const { title, on, review, open } = paper
    const file = { path: this.#freePath(folder, paper.fileName), title, on, review, open }
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

import type { PlainDate } from '../../platform/dates.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { EvaluationModel, EvidenceAsked, ShownElement, Standing } from '../evaluation/index.ts'
import type { Paper, PaperPair, Proof } from '../proof.ts'
import { numbered } from './safe-name.ts'
import { Shelf, type PlannedFile } from './shelf.ts'

export interface PlannedElement {
  id: string
  text: string
  characteristics: readonly string[]
  standing: Standing
  /** What shows it that has no file: said in words. */
  said: readonly { title: string; lacks: readonly string[] }[]
  files: readonly PlannedFile[]
  pairs: readonly PlannedPair[]
  /** What is still to be done for it. */
  owed: readonly { what: string; dueOn: PlainDate; ownerId: string }[]
}

/** The same spot, before and after. */
export interface PlannedPair {
  spot: string
  before: PlannedFile
  after: PlannedFile
  doubts: readonly string[]
}

export interface PlannedEvidence {
  folder: string
  name: string
  /** Null: no evidence of the model. */
  nature: EvidenceAsked['nature'] | null
  elements: readonly PlannedElement[]
}

export interface PlannedPack {
  criteria: readonly { name: string; evidences: readonly PlannedEvidence[] }[]
  /** What the year has to show besides: signed evaluations, and whatever the model does not ask for. */
  others: PlannedEvidence | null
  files: readonly PlannedFile[]
}

export interface ToPlan {
  lang: string
  paperOf: (item: ShownElement['added'][number]) => Paper
  /** Proofs that no element asks for. */
  others: readonly Proof[]
  othersName: string
  mask: (text: string) => string
}

/** Which files stand where: always the same for the same things, in the order of the model. */
export function planPack(
  model: EvaluationModel,
  shown: ReadonlyMap<string, ShownElement>,
  toPlan: ToPlan,
): PlannedPack {
  const { lang } = toPlan
  const shelf = new Shelf(toPlan.mask)
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
          return one ? [planElement(one, { ...toPlan, folder, shelf })] : []
        }),
      }
    }),
  }))
  const others = planOthers(criteria.length, { ...toPlan, shelf })
  return { criteria, others, files: shelf.files }
}

interface Planning extends ToPlan {
  folder: string
  shelf: Shelf
}

/** Each as if it were asked for. */
function planOthers(
  place: number,
  { others, othersName, ...around }: Omit<Planning, 'folder'>,
): PlannedEvidence | null {
  const folder = numbered(place, othersName, 28)
  const elements = others
    .filter(({ papers, pairs = [] }) => papers.length + pairs.length > 0)
    .map((proof): PlannedElement => {
      const planning = { ...around, others, othersName, folder }
      return {
        ...{ id: '', text: around.mask(proof.title), characteristics: [], owed: [] },
        standing: proof.state,
        ...planProofs([proof], planning),
        said: proof.lacks.length === 0 ? [] : [sayProof(proof, around.mask)],
      }
    })
  return elements.length === 0 ? null : { folder, name: othersName, nature: null, elements }
}

function planElement(
  { element, standing, proofs, added, tasks }: ShownElement,
  planning: Planning,
): PlannedElement {
  const { folder, lang, paperOf, shelf, mask } = planning
  const { said, files, pairs } = planProofs(proofs, planning)
  const brought = added.map((item) => shelf.place(folder, item.evidenceId, paperOf(item)))
  return {
    id: element.id,
    text: inLanguage(element.text, lang),
    characteristics: element.characteristics.map((one) => inLanguage(one, lang)),
    standing,
    said,
    files: [...new Set([...files, ...brought])],
    pairs,
    owed: tasks
      .filter(({ state }) => state === 'open')
      .map(({ what, dueOn, ownerId }) => ({ what: mask(what), dueOn, ownerId })),
  }
}

function planProofs(
  proofs: readonly Proof[],
  { folder, shelf, mask }: Planning,
): Pick<PlannedElement, 'said' | 'files' | 'pairs'> {
  const files = new Set<PlannedFile>()
  const placeOf = (href: string) => (paper: Paper) =>
    shelf.place(folder, `${href} ${paper.fileName}`, paper)
  for (const { href, papers } of proofs) {
    for (const paper of papers) files.add(placeOf(href)(paper))
  }
  const pairs = proofs.flatMap(({ href, pairs: found = [] }) =>
    found.map((pair) => planPair(pair, placeOf(href), mask)),
  )
  return { said: proofs.map((proof) => sayProof(proof, mask)), files: [...files], pairs }
}

function planPair(
  { spot, before, after, doubts }: PaperPair,
  place: (paper: Paper) => PlannedFile,
  mask: Planning['mask'],
): PlannedPair {
  return { spot: mask(spot), before: place(before), after: place(after), doubts }
}

function sayProof({ title, lacks }: Proof, mask: Planning['mask']) {
  return { title: mask(title), lacks: lacks.map(mask) }
}

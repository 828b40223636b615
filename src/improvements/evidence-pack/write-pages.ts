import { formatDate } from '../../platform/i18n/index.ts'
import { renderView } from '../../platform/web/index.ts'
import { DOCUMENTS, sayOwed, type Around, type Shelved } from './around.ts'
import type { PlannedEvidence, PlannedPack } from './plan-pack.ts'
import type { PlannedFile } from './shelf.ts'
import { writeDocuments } from './write-documents.ts'
import { writeFront } from './write-front.ts'

export interface PackPage {
  path: string
  html: string
}

/** The pages that open from a folder, without server, network or script: one for each evidence, one in front. */
export function writePages(plan: PlannedPack, around: Around): PackPage[] {
  const shelved = shelvedOf(plan)
  const pages = shelved.map((one, place) => {
    const beside = { before: shelved[place - 1]?.evidence, after: shelved[place + 1]?.evidence }
    return writeEvidence(one, beside, around)
  })
  return [
    ...pages,
    { path: DOCUMENTS, html: writeDocuments(plan, shelved, around) },
    { path: 'index.html', html: writeFront(plan, around) },
  ]
}

/** In the order in which an evaluator reads. */
function shelvedOf({ criteria, others }: PlannedPack): Shelved[] {
  const asked = criteria.flatMap(({ name: criterion, evidences }) =>
    evidences.map((evidence) => ({ evidence, criterion })),
  )
  return others ? [...asked, { evidence: others, criterion: '' }] : asked
}

function writeEvidence(
  { evidence, criterion }: Shelved,
  beside: { before: PlannedEvidence | undefined; after: PlannedEvidence | undefined },
  around: Around,
): PackPage {
  const { t, lang, year, centre, administration, leftOut } = around
  const { folder, name, nature, elements } = evidence
  const show = (file: PlannedFile) => {
    const why = leftOut.why(file)
    return {
      title: file.title,
      on: file.on === null ? '' : formatDate(file.on, lang),
      href: hrefFrom(folder, file.path),
      name: file.path.slice(file.path.lastIndexOf('/') + 1),
      leftOut: why && t(`improvements-pack.left_out.${why}`),
    }
  }
  const html = renderView('improvements/evidence-pack/evidence', {
    ...{ t, lang, year, centre, administration, criterion },
    title: name,
    nature: nature && t(`improvements-pack.nature.${nature}`),
    frontUrl: hrefFrom(folder, 'index.html'),
    before: beside.before && linkTo(beside.before, folder),
    after: beside.after && linkTo(beside.after, folder),
    elements: elements.map((element) => ({
      ...element,
      standing: t(`improvements-evaluation.standing.${element.standing}`),
      owed: element.owed.map((one) => sayOwed(one, around)),
      files: element.files.map(show),
      pairs: element.pairs
        .filter(({ before, after }) => !leftOut.has(before) && !leftOut.has(after))
        .map((pair) => ({ ...pair, before: show(pair.before), after: show(pair.after) })),
    })),
  })
  return { path: `${folder}/index.html`, html }
}

function linkTo({ name, folder }: PlannedEvidence, from: string) {
  return { name, href: hrefFrom(from, `${folder}/index.html`) }
}

/** A folder is two deep, that of the other documents one. */
function hrefFrom(folder: string, path: string): string {
  return `${'../'.repeat(folder.split('/').length)}${path}`
}

import { formatDate, type T } from '../../platform/i18n/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { renderView } from '../../platform/web/index.ts'
import { isShown, type OwnModel } from '../evaluation/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { PlannedEvidence, PlannedFile, PlannedPack } from './plan-pack.ts'

interface Around {
  t: T
  lang: string
  year: number
  today: PlainDate
  centre: string
  administration: string
  model: OwnModel
  reviews: readonly PlannedFile[]
  postOf: (accountId: string) => string
}

export interface PackPage {
  path: string
  html: string
}

/** The pages that open from a folder, without server, network or script: one in front, one for each evidence. */
export function writePages(plan: PlannedPack, around: Around): PackPage[] {
  return [
    { path: 'index.html', html: writeFront(plan, around) },
    ...plan.criteria.flatMap(({ name, evidences }) =>
      evidences.map((evidence) => ({
        path: `${evidence.folder}/index.html`,
        html: writeEvidence(evidence, name, around),
      })),
    ),
  ]
}

function writeFront({ criteria, files }: PlannedPack, around: Around): string {
  const { t, lang, year, today, centre, administration, model, reviews } = around
  const missing = criteria.flatMap(({ evidences }) =>
    evidences.flatMap(({ folder, elements }) =>
      elements
        .filter((element) => !isShown(element))
        .map(({ id, text, standing, owed }) => ({
          ...{ id, text },
          href: `${folder}/index.html`,
          standing: t(`improvements-evaluation.standing.${standing}`),
          owed: owed.map((one) => sayOwed(one, around)),
        })),
    ),
  )
  return renderView('improvements/evidence-pack/front', {
    ...{ t, lang, year, centre, administration, missing },
    title: t('improvements-pack.title_of', { centre, year }),
    madeOn: formatDate(today, lang),
    model: inLanguage(model.model.name, lang),
    version: model.version,
    files: files.length,
    reviews: reviews.map(({ path, title }) => ({ path, title })),
    criteria: criteria.map(({ name, evidences }) => ({
      name,
      evidences: evidences.map((evidence) => ({
        name: evidence.name,
        href: `${evidence.folder}/index.html`,
        shown: evidence.elements.filter(isShown).length,
        all: evidence.elements.length,
      })),
    })),
  })
}

function writeEvidence(evidence: PlannedEvidence, criterion: string, around: Around): string {
  const { t, lang, year, centre, administration } = around
  return renderView('improvements/evidence-pack/evidence', {
    ...{ t, lang, year, centre, administration, criterion },
    title: evidence.name,
    nature: t(`improvements-evaluation.nature.${evidence.nature}`),
    elements: evidence.elements.map((element) => ({
      ...element,
      standing: t(`improvements-evaluation.standing.${element.standing}`),
      owed: element.owed.map((one) => sayOwed(one, around)),
      files: element.files.map(({ path, title, on }) => ({
        title,
        on: on === null ? '' : formatDate(on, lang),
        href: `../../${path}`,
        name: path.slice(path.lastIndexOf('/') + 1),
      })),
    })),
  })
}

function sayOwed(
  { what, dueOn, ownerId }: { what: string; dueOn: PlainDate; ownerId: string },
  { t, lang, postOf }: Around,
): string {
  const values = { what, name: postOf(ownerId), day: formatDate(dueOn, lang) }
  return t('improvements-evaluation.owed.open', values)
}

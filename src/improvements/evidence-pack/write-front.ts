import { formatDateTime } from '../../platform/i18n/index.ts'
import { renderView } from '../../platform/web/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import { isShown } from '../evaluation/index.ts'
import { DOCUMENTS, filesOf, sayOwed, type Around } from './around.ts'
import type { PlannedElement, PlannedEvidence, PlannedPack } from './plan-pack.ts'

/** The page from which everything is found: each evidence, what is missing, what a person looked at. */
export function writeFront({ criteria, others, files }: PlannedPack, around: Around): string {
  const { t, lang, year, now, timeZone, centre, administration, model, leftOut } = around
  const taken = files.filter((file) => !leftOut.has(file))
  const shownOf = (elements: readonly PlannedElement[]) => elements.filter(isShown).length
  const all = criteria.flatMap(({ evidences }) => evidences.flatMap(({ elements }) => elements))
  const line = (evidence: PlannedEvidence) => ({
    name: evidence.name,
    href: `${evidence.folder}/index.html`,
    shown: shownOf(evidence.elements),
    all: evidence.elements.length,
    files: filesOf(evidence).filter((file) => !leftOut.has(file)).length,
  })
  return renderView('improvements/evidence-pack/front', {
    ...{ t, lang, year, centre, administration },
    title: t('improvements-pack.title_of', { centre, year }),
    madeAt: formatDateTime(now, lang, timeZone),
    model: inLanguage(model.model.name, lang),
    version: model.version,
    shown: shownOf(all),
    all: all.length,
    files: taken.length,
    documentsUrl: DOCUMENTS,
    criteria: criteria.map(({ name, evidences }) => ({ name, evidences: evidences.map(line) })),
    others: others && line(others),
    missing: missingOf({ criteria }, around),
    leftOut: files.flatMap((file) => {
      const why = leftOut.why(file)
      return why ? [{ title: file.title, why: t(`improvements-pack.left_out.${why}`) }] : []
    }),
    reviews: taken.filter(({ review }) => review === 'by_hand'),
  })
}

/** By criterion, what has no proof yet. */
function missingOf({ criteria }: Pick<PlannedPack, 'criteria'>, around: Around) {
  return criteria.flatMap(({ name, evidences }) => {
    const elements = evidences.flatMap(({ folder, elements }) =>
      elements
        .filter((element) => !isShown(element))
        .map(({ id, text, standing, owed }) => ({
          ...{ id, text },
          href: `${folder}/index.html#${id}`,
          standing: around.t(`improvements-evaluation.standing.${standing}`),
          owed: owed.map((one) => sayOwed(one, around)),
        })),
    )
    return elements.length === 0 ? [] : [{ name, elements }]
  })
}

import { formatDate, formatDateTime, type T } from '../../platform/i18n/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { renderView } from '../../platform/web/index.ts'
import { isShown, type OwnModel } from '../evaluation/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { LeftOut } from './left-out.ts'
import type { PlannedElement, PlannedEvidence, PlannedPack } from './plan-pack.ts'
import type { PlannedFile } from './shelf.ts'

export interface Around {
  t: T
  lang: string
  year: number
  now: Date
  timeZone: string
  centre: string
  administration: string
  model: OwnModel
  leftOut: LeftOut
  postOf: (accountId: string) => string
}

export interface PackPage {
  path: string
  html: string
}

/** The pages that open from a folder, without server, network or script: one for each evidence, one in front. */
export function writePages(plan: PlannedPack, around: Around): PackPage[] {
  const pages = plan.criteria.flatMap(({ name, evidences }) =>
    evidences.map((evidence) => writeEvidence(evidence, name, around)),
  )
  const others = plan.others ? [writeEvidence(plan.others, '', around)] : []
  return [...pages, ...others, { path: 'index.html', html: writeFront(plan, around) }]
}

function writeFront({ criteria, others, files }: PlannedPack, around: Around): string {
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

/** Each once, those of pairs too. */
function filesOf({ elements }: PlannedEvidence): PlannedFile[] {
  const files = elements.flatMap((element) => [
    ...element.files,
    ...element.pairs.flatMap(({ before, after }) => [before, after]),
  ])
  return [...new Set(files)]
}

function writeEvidence(evidence: PlannedEvidence, criterion: string, around: Around): PackPage {
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
    nature: nature && t(`improvements-evaluation.nature.${nature}`),
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

/** A folder is two deep, that of the other documents one. */
function hrefFrom(folder: string, path: string): string {
  return `${'../'.repeat(folder.split('/').length)}${path}`
}

function sayOwed(
  { what, dueOn, ownerId }: { what: string; dueOn: PlainDate; ownerId: string },
  { t, lang, postOf }: Around,
): string {
  const values = { what, name: postOf(ownerId), day: formatDate(dueOn, lang) }
  return t('improvements-evaluation.owed.open', values)
}

import { localDate } from '../../../platform/dates.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { Evaluation } from '../evaluation.ts'
import { isShown, type ShownElement } from '../shown.ts'
import type { RoomOfCentre } from './evaluation-room.ts'
import { sayShare } from '../say-share.ts'

/** Of each criterion how many of its elements can be shown today. */
export function standOfCriteria(
  { own, urls, there, lang }: RoomOfCentre,
  shown: ReadonlyMap<string, ShownElement>,
) {
  return own.model.criteria.map((criterion) => {
    const elements = criterion.evidences
      .flatMap((evidence) => evidence.elements)
      .flatMap(({ id }) => shown.get(id) ?? [])
    return {
      id: criterion.id,
      name: inLanguage(criterion.name, lang),
      about: inLanguage(criterion.about, lang),
      href: there(urls.criterion(criterion.id)),
      asked: elements.length,
      shown: elements.filter(isShown).length,
      owed: elements.filter(({ standing }) => standing === 'owed').length,
    }
  })
}

export function evaluationLines(
  evaluations: readonly Evaluation[],
  { t, lang, urls, there, own, book }: RoomOfCentre,
  names: ReadonlyMap<string, string>,
) {
  const { timeZone } = book.administration
  return evaluations.map((one) => ({
    href: there(urls.evaluation(one.evaluationId)),
    kind: t(`improvements-evaluation.kind.${one.kind}`),
    state: one.state,
    day: formatDate(localDate(one.signedAt ?? one.begunAt, timeZone), lang),
    name: names.get(one.signedBy ?? one.begunBy) ?? '',
    share: one.result ? sayShare(one.result.share, lang) : '',
    isOfOlderModel: one.modelVersion !== own.version,
    version: one.modelVersion,
  }))
}

const MOST_COLUMNS = 5

/** What was signed, the oldest first: each criterion as it was then. A criterion that went keeps its row. */
export function evolution(evaluations: readonly Evaluation[], { t, lang }: RoomOfCentre) {
  const signed = evaluations
    .flatMap(({ result, year, kind }) => (result ? [{ result, year, kind }] : []))
    .slice(0, MOST_COLUMNS)
    .reverse()
  if (signed.length < 2) return null
  const names = new Map(
    signed.flatMap(({ result }) =>
      result.criteria.map(({ id, name }) => [id, inLanguage(name, lang)] as const),
    ),
  )
  return {
    columns: signed.map(
      ({ year, kind }) => `${year} · ${t(`improvements-evaluation.kind.${kind}`)}`,
    ),
    whole: signed.map(({ result }) => sayShare(result.share, lang)),
    rows: [...names].map(([id, name]) => ({
      name,
      cells: signed.map(({ result }) => {
        const criterion = result.criteria.find((one) => one.id === id)
        return criterion ? sayShare(criterion.share, lang) : t('improvements-evaluation.not_asked')
      }),
    })),
  }
}

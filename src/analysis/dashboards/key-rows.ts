import { compare, sayAmount, sayChange, sayInterval, type Verdict } from '../charts/index.ts'
import { definitionOf } from '../indicators/index.ts'
import type { Figure } from '../indicators/index.ts'
import type { Speech } from './charts-of.ts'
import { figureName, KEY_FIGURES, unitOf, type KeyFigure } from './key-figures.ts'
import { pick } from './pick.ts'
import { pointOf } from './say-missing.ts'

/** One figure of the period beside the one it is held against, with what may be said of the two. */
export interface KeyRow {
  id: string
  indicator: string
  name: string
  value: string
  n: number | null
  interval: string
  before: string
  verdict: Verdict | 'running'
  sentence: string
  /** The same in few words where nothing changed: a column of equal sentences hides the others. */
  says: string
  figure: Figure | null
  figureBefore: Figure | null
}

export interface Compared {
  now: readonly Figure[]
  before: readonly Figure[]
  kind: string
  /** A period that still runs has not yet had all that will come in. */
  running: boolean
  place: string | null
}

export function keyRows(
  compared: Compared,
  speech: Speech,
  figures: readonly KeyFigure[] = KEY_FIGURES,
): KeyRow[] {
  return figures.map((key) => keyRow(key, compared, speech))
}

function keyRow(key: KeyFigure, compared: Compared, { t, lang }: Speech): KeyRow {
  const kind = key.ofAll ? null : compared.kind
  const which = { indicator: key.indicator, measure: key.measure, kind }
  const figure = pick(compared.now, which)
  const figureBefore = pick(compared.before, which)
  const unit = unitOf(key.as, t)
  const say = (each: Figure | null) => {
    const { value, missing } = pointOf(each, t)
    return value === null ? (missing ?? '') : sayAmount(value, unit, lang)
  }
  const verdict = verdictOf(key, figure, figureBefore, compared.running)
  const sentence =
    verdict === 'running'
      ? t('dashboards.running')
      : sayChange(t, { subject: key.subject, verdict, place: key.ofAll ? null : compared.place })
  return {
    id: `${key.indicator}-${key.measure}`,
    indicator: key.indicator,
    name: figureName(key, t),
    value: say(figure),
    n: figure && figure.value !== null && key.as !== 'cases' ? figure.n : null,
    interval: figure?.interval ? sayInterval(figure.interval, unit, { t, lang }) : '',
    before: key.today ? '–' : say(figureBefore),
    verdict,
    sentence,
    says: saysOf(key, verdict, t) ?? sentence,
    figure,
    figureBefore,
  }
}

const SHORT: readonly string[] = ['running', 'cannot_say', 'nothing_now', 'nothing_before']

function saysOf({ today }: KeyFigure, verdict: KeyRow['verdict'], t: Speech['t']): string | null {
  if (today) return t('dashboards.verdict.today')
  return SHORT.includes(verdict) ? t(`dashboards.verdict.${verdict}`) : null
}

/** Before the period is over more will come in, and who came in lately has not had the time. */
const STILL_GROWING = ['Q01_count', 'Q09_cohort_unanswered']

const NONE = { value: null, n: 0, interval: null }

function verdictOf(
  key: KeyFigure,
  figure: Figure | null,
  before: Figure | null,
  running: boolean,
): Verdict | 'running' {
  if (running && STILL_GROWING.some((id) => id === `${key.indicator}_${key.measure}`))
    return 'running'
  const { direction } = definitionOf(key.indicator)
  return compare(figure ?? NONE, before ?? NONE, { direction, counts: key.as === 'cases' })
}

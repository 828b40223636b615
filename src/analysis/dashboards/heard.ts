import { DRIVERS, type listSegmentTexts } from '../../surveys/index.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { Chart, Point } from '../charts/index.ts'
import type { Figure, IndicatorId } from '../indicators/index.ts'
import type { Speech } from './charts-of.ts'
import { unitOf } from './key-figures.ts'
import { pointOf } from './say-missing.ts'

/** What surveys said of each driver, and how far people of different groups are from each other. */
export interface Heard {
  figures: readonly Figure[]
  /** What the surveys call that in which groups differ. */
  groupNames: ReadonlyMap<string, string>
}

/** The groups in the reader's language. */
export function named(
  { figures, groupTexts }: { figures: readonly Figure[]; groupTexts: GroupTexts },
  lang: string,
): Heard {
  const names = [...groupTexts].map(([code, text]) => [code, inLanguage(text, lang)] as const)
  return { figures, groupNames: new Map(names) }
}

type GroupTexts = Awaited<ReturnType<typeof listSegmentTexts>>

const find = ({ figures }: Heard, indicator: IndicatorId, measure: string, member: string | null) =>
  figures.find(
    (each) => each.indicator === indicator && each.measure === measure && each.member === member,
  ) ?? null

const satisfactionOf = (heard: Heard, driver: string) => find(heard, 'Q25', 'satisfied', driver)
const importanceOf = (heard: Heard, driver: string) =>
  find(heard, 'Q28', 'rank_correlation', driver)

/** Who gave four or five, driver by driver. */
export function driversChart(heard: Heard, { t }: Speech): Chart {
  const first = firstToMend(heard)
  const [driver] = first
  return {
    form: 'bars',
    title:
      driver === undefined
        ? t('dashboards.title.drivers')
        : t('dashboards.title.driver_to_mend', { driver: t(`dashboards.driver.${driver}`) }),
    unit: unitOf('share', t),
    axis: t('dashboards.axis.driver'),
    categories: DRIVERS.map((each) => t(`dashboards.driver.${each}`)),
    series: [
      {
        name: t('dashboards.axis.satisfied'),
        points: DRIVERS.map((each) => pointOf(satisfactionOf(heard, each), t)),
      },
    ],
    note: t('dashboards.note.drivers'),
  }
}

/** How far each driver goes together with the whole; one that goes against it is told and not drawn. */
export function importanceChart(heard: Heard, { t, lang }: Speech): Chart {
  return {
    form: 'bars',
    title: t('dashboards.title.importance'),
    unit: { text: null, as: 'number', decimals: 2 },
    axis: t('dashboards.axis.driver'),
    categories: DRIVERS.map((each) => t(`dashboards.driver.${each}`)),
    series: [
      {
        name: t('dashboards.axis.importance'),
        points: DRIVERS.map((each): Point => {
          const figure = importanceOf(heard, each)
          if (figure?.missing === 'no_cases') {
            return { value: null, missing: t('dashboards.missing.under_hundred') }
          }
          if (figure?.value != null && figure.value < 0) {
            return { value: null, missing: formatNumber(figure.value, lang, 2) }
          }
          return pointOf(figure, t)
        }),
      },
    ],
    note: t('dashboards.note.importance'),
  }
}

/** Those that weigh as much as half of them or more, and score below their mean: the least satisfying first. */
export function firstToMend(heard: Heard): string[] {
  const told = DRIVERS.flatMap((driver) => {
    const score = satisfactionOf(heard, driver)?.value
    const weight = importanceOf(heard, driver)?.value
    return score == null || weight == null ? [] : [{ driver, score, weight }]
  })
  if (told.length < 2) return []
  const mean = told.reduce((sum, { score }) => sum + score, 0) / told.length
  const weights = told.map(({ weight }) => weight).sort((one, other) => one - other)
  const middle = weights[Math.floor((weights.length - 1) / 2)] ?? 0
  return told
    .filter(({ score, weight }) => score < mean && weight >= middle)
    .sort((one, other) => one.score - other.score)
    .map(({ driver }) => driver)
}

/** Who answered and who did not, and between which groups there is a gap. */
export function saysHowHeard(heard: Heard, rate: Figure | null, { t, lang }: Speech): string[] {
  const percent = (share: number) => `${formatNumber(share * 100, lang, 1)} %`
  const gaps = heard.figures.filter(({ measure }) => measure === 'satisfaction_gap')
  const answered =
    rate === null || rate.value === null
      ? t('dashboards.heard.no_rate')
      : t('dashboards.heard.rate', { share: percent(rate.value), n: rate.n })
  return [
    answered,
    ...(heard.figures.length > 0 ? [] : [t('dashboards.heard.no_surveys')]),
    t('dashboards.heard.bias'),
    ...gaps.map(({ member, value, n }) => {
      const group = heard.groupNames.get(member ?? '') ?? member ?? ''
      if (value === null) return t('dashboards.heard.no_gap', { group })
      return t('dashboards.heard.gap', { group, points: formatNumber(value * 100, lang, 0), n })
    }),
  ]
}

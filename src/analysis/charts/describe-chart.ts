import type { T } from '../../platform/i18n/index.ts'
import { isEmpty, type Chart, type Series } from './chart.ts'
import { sayAmount, sayPoint } from './say-value.ts'

const MOST_SAID = 4

/** What somebody who cannot see the drawing is told of it; the table says the rest. */
export function describeChart(chart: Chart, speech: { t: T; lang: string }): string {
  const { t } = speech
  if (isEmpty(chart)) return t('charts.description.empty')
  const said = chart.form === 'lines' ? ends(chart, speech) : parts(chart, speech)
  return `${t(`charts.description.${chart.form}`)} ${said}`
}

function ends({ categories, series, unit }: Chart, { t, lang }: { t: T; lang: string }): string {
  return series
    .map(({ name, points }: Series) => {
      const first = points.findIndex(({ value }) => value !== null)
      const last = points.findLastIndex(({ value }) => value !== null)
      if (first < 0) return t('charts.description.no_value', { name })
      const say = (index: number) => sayAmount(points[index]?.value ?? 0, unit, lang)
      return t('charts.description.from_to', {
        name,
        first: say(first),
        firstAt: categories[first] ?? '',
        last: say(last),
        lastAt: categories[last] ?? '',
      })
    })
    .join(' ')
}

function parts({ categories, series, unit }: Chart, { lang }: { lang: string }): string {
  const [first] = series
  const said = (categories.length === 1 ? series : [])
    .map(({ name, points }) => `${name}: ${sayPoint(points[0] ?? { value: null }, unit, lang)}`)
    .concat(
      categories.length === 1 || !first
        ? []
        : categories.map(
            (name, index) =>
              `${name}: ${sayPoint(first.points[index] ?? { value: null }, unit, lang)}`,
          ),
    )
  return `${said.slice(0, MOST_SAID).join('; ')}${said.length > MOST_SAID ? '; …' : '.'}`
}

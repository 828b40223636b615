import type { Request } from 'express'
import { addDays, type PlainDate } from '../../../platform/dates.ts'
import { formatDateTime } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { chartView } from '../../charts/index.ts'
import {
  figuresUpTo,
  monthQuestions,
  readManyFigures,
  seriesOf,
  type FigureQuestion,
  type FiguresUpTo,
} from '../../indicators/index.ts'
import { namesOf } from '../../dashboards/index.ts'
import { readStandards } from '../../standards/index.ts'
import { keptAnHour } from '../keep-an-hour.ts'
import { PUBLIC_INDICATORS } from '../public-questions.ts'
import { mostReceived, transparencyCharts, type PublicFigures } from '../transparency-charts.ts'
import { kindLines, tellable } from '../kind-lines.ts'
import { enterPublicRoom, type PublicRoom } from './room.ts'

/** What came in, what was answered and when, and what people spoke about, for everybody. */
export function showTransparency(system: System): Page {
  return async (request, response) => {
    const room = await enterPublicRoom(system, request, response)
    const { book, urls, years, t, lang } = room
    const { administrationId, slug, timeZone } = book.administration
    const year = yearAsked(request, room)
    const key = ['page', administrationId, year, room.today].join(' ')
    const figures = await keptAnHour(system.db, key, room.now, () =>
      readPublicFigures(system, room, year),
    )
    const { at } = figures
    const kinds = book.regime.kinds.map(({ code, label }) => ({
      code,
      label: inLanguage(label, lang),
    }))
    const speech = { t, lang }
    const told = (as: ReturnType<typeof tellable>) =>
      kinds.filter(({ code }) => tellable(figures.byCentre, code) === as)
    const named = (some: typeof kinds) =>
      some.map(({ label }) => label.toLocaleLowerCase(lang)).join(', ')
    const charts = transparencyCharts(
      figures,
      { kinds, book, nameOf: namesOf(book, speech) },
      speech,
    )
    const model = {
      title: t('open-data.transparency.title', { year }),
      backUrl: `/${slug}`,
      hasFigures: years.length > 0,
      years: years.map((each) => ({
        text: String(each),
        href: `${urls.transparency}?anio=${each}`,
        current: each === year,
      })),
      kinds: kindLines(figures.byCentre, told('shown'), speech),
      few: named(told('few')),
      without: named(told('none')),
      parts: charts.map(({ id, charts: ofPart }) => ({
        id,
        title: t(`open-data.part.${id}`),
        charts: ofPart.map((chart, index) => chartView(chart, { id: `${id}-${index}` }, speech)),
      })),
      updatedAt: at && formatDateTime(at, lang, timeZone),
      datasetsUrl: urls.datasets,
      reportsUrl: `/${slug}/informes`,
    }
    render(response, 'analysis/transparency', model)
  }
}

/** The newest with figures, unless another is asked for. */
function yearAsked({ query }: Request, { years, today }: PublicRoom): number {
  const asked = years.find((year) => String(year) === query['anio'])
  return asked ?? years[0] ?? Number(today.slice(0, 4))
}

async function readPublicFigures(
  system: System,
  { book, today, months }: PublicRoom,
  year: number,
): Promise<PublicFigures & FiguresUpTo> {
  const { administrationId } = book.administration
  const period = { from: `${year}-01-01`, until: lastTold(year, today) }
  const whole: FigureQuestion = {
    administrationId,
    period,
    audience: 'public',
    asOf: today,
    indicators: PUBLIC_INDICATORS,
  }
  const [byCentre = [], byMotive = [], ...ofMonths] = await readManyFigures(
    system.db,
    [
      { ...whole, breakdown: 'centre' },
      { ...whole, breakdown: 'motive' },
      ...monthQuestions(whole, ['Q01']),
    ],
    months,
  )
  const [main] = mostReceived(byCentre, book.regime.kinds)
  const ofStandards = { book, period, centreId: null, audience: 'public', asOf: today } as const
  return {
    ...(await figuresUpTo(system.db, administrationId)),
    byCentre,
    byMotive,
    months: seriesOf(ofMonths, whole, months),
    standards: main ? await readStandards(system.db, { ...ofStandards, kind: main.code }) : [],
  }
}

/** The last day of the year, or of the month before the running one. */
function lastTold(year: number, today: PlainDate): PlainDate {
  const end = `${year}-12-31`
  return end < today ? end : addDays(`${today.slice(0, 7)}-01`, -1)
}

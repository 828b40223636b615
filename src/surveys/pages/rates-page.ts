import { listServiceTimes, listTotals } from '../../attentions/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, daysBetween, isPlainDate, type PlainDate } from '../../platform/dates.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { ratesOf, type RateRow, type ReceivedCount } from '../rates.ts'
import { enterRoom, type Room } from './room.ts'

/** How the book counts what it received; handed in, since the book itself asks surveys after an answer. */
export type ListReceived = (
  db: Db,
  administrationId: string,
  period: { from: PlainDate; until: PlainDate; timeZone: string },
) => Promise<ReceivedCount[]>

const USUAL_DAYS = 89
const LONGEST_DAYS = 732

/** Cases for each thousand people attended, of one kind, over the same days, services and offices. */
export function showRates(system: System, listReceived: ListReceived): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { book, deed, urls, t } = room
    const { administrationId } = deed
    const { timeZone } = book.administration
    const period = periodOf(request.query, room.today)
    const kinds = kindsOf(room)
    const kind = kinds.find(({ value }) => value === request.query.tipo)?.value ?? kinds[0]?.value
    const received = await listReceived(system.db, administrationId, { ...period, timeZone })
    const attentions = await listTotals(system.db, { administrationId, ...period })
    const times = await listServiceTimes(system.db, administrationId, period)
    const rates = ratesOf(
      received.filter((each) => each.kind === kind),
      attentions,
    )
    const model = {
      title: t('survey-staff.rates.title'),
      backUrl: urls.list,
      action: urls.rates,
      period,
      kinds,
      kind,
      all: shownRow(rates.all, room),
      tables: [
        { title: t('survey-staff.rates.by_service'), rows: rates.byService },
        { title: t('survey-staff.rates.by_centre'), rows: rates.byCentre },
      ].map(({ title, rows }) => ({ title, rows: sortedRows(rows, room) })),
      times: times.map(({ serviceId, entries, minutes }) => ({
        name: book.names.get(serviceId) ?? '',
        entries: formatNumber(entries, room.lang),
        mean: formatNumber(minutes / entries, room.lang, 1),
      })),
    }
    render(response, 'surveys/rates', model, { layout: 'staff' })
  }
}

function periodOf(query: Record<string, unknown>, today: PlainDate) {
  const until = dayIn(query['hasta']) ?? today
  const from = dayIn(query['desde']) ?? addDays(until, -USUAL_DAYS)
  const length = daysBetween(from, until)
  return length < 0 || length > LONGEST_DAYS
    ? { from: addDays(today, -USUAL_DAYS), until: today }
    : { from, until }
}

function dayIn(value: unknown): PlainDate | null {
  return typeof value === 'string' && isPlainDate(value) ? value : null
}

function kindsOf({ book, lang }: Room) {
  return book.regime.kinds.map(({ code, label }) => ({
    value: code,
    text: inLanguage(label, lang),
  }))
}

function sortedRows(rows: readonly RateRow[], room: Room) {
  return rows
    .map((row) => shownRow(row, room))
    .toSorted((one, other) => one.name.localeCompare(other.name, room.lang))
}

function shownRow({ key, attended, received, perThousand }: RateRow, { book, lang, t }: Room) {
  return {
    name: book.names.get(key) ?? t('survey-staff.results.nowhere'),
    attended:
      attended === null ? t('survey-staff.rates.not_counted') : formatNumber(attended, lang),
    received: received === null ? t('survey-staff.results.few') : formatNumber(received, lang),
    perThousand:
      perThousand === null
        ? t(`survey-staff.rates.${received === null ? 'hidden' : 'not_computable'}`)
        : formatNumber(perThousand, lang, 1),
  }
}

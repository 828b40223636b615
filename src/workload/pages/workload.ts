import { deskDays, deskUrl, listWorkloads, NO_LOAD, type Workload } from '../../cases/index.ts'
import { getCalendar } from '../../deadlines/index.ts'
import { listAbsentAccounts } from '../../people/index.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import { noErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { inOrder, LOAD_ORDERS, readOrder, type PersonWithLoad } from '../load-order.ts'
import { enterRoom, type Room } from './room.ts'

/** What each of the viewer's people has in hand, so that it can be shared out; it ranks nobody. */
export function showWorkload(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, book, deed, today, viewer, urls } = room
    const calendar = await getCalendar(system.db, book.administration.calendarCode)
    const ids = room.people.map(({ accountId }) => accountId)
    const days = deskDays(calendar, today)
    const loads = await listWorkloads(system.db, viewer, ids, days, deed.at)
    const away = await listAbsentAccounts(system.db, deed.administrationId, today)
    const order = readOrder(request.query['orden'])
    const people = room.people.map(({ accountId, name }) => ({
      accountId,
      name,
      load: loads.get(accountId) ?? NO_LOAD,
      isAway: away.some((one) => one.accountId === accountId),
    }))
    const model = {
      title: t('workload.title'),
      errors: noErrors,
      heads: LOAD_ORDERS.map((each) => ({
        text: t(`workload.columns.${each}`),
        href: each === 'name' ? urls.workload : `${urls.workload}?orden=${each}`,
        current: each === order,
        isNumber: each !== 'name',
        sorted: each === 'name' ? 'ascending' : 'descending',
      })),
      rows: inOrder(people, order).map((person) => rowOf(person, room)),
    }
    render(response, 'workload/workload', model, { layout: 'staff' })
  }
}

const COUNTED = [
  ['open', 'open'],
  ['dueSoon', 'due_soon'],
  ['overdue', 'overdue'],
  ['waiting', 'waiting'],
] as const satisfies readonly (readonly [keyof Workload, string])[]

function rowOf(
  { accountId, name, load, isAway }: PersonWithLoad & { isAway: boolean },
  { t, lang, slug, urls }: Room,
) {
  const { medianDays } = load
  return {
    name,
    href: urls.relief(accountId),
    isAway,
    counts: COUNTED.map(([count, view]) => ({
      column: t(`workload.columns.${count}`),
      text: formatNumber(load[count], lang),
      href: load[count] === 0 ? null : `${deskUrl(slug)}?vista=${view}&encargado=${accountId}`,
    })),
    days: medianDays === null ? '–' : formatNumber(Math.round(medianDays), lang),
  }
}

import { accountNames, holds, listAbsences } from '../../people/index.ts'
import { formatDateTime, formatShortDate } from '../../platform/i18n/index.ts'
import { noErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { listHandovers } from '../handover-store.ts'
import { RESPONSIBLES } from '../workload-policy.ts'
import { enterRoom } from './room.ts'

const MOST_SHOWN = 30

/** Whose cases change hands: one's own, those of people who go on leave, and what was handed over before. */
export function showReliefs(system: System): Page {
  return async (_request, response) => {
    const room = await enterRoom(system, response)
    const { t, lang, deed, today, staff, people, urls, book } = room
    const { administrationId } = deed
    const seesAll = holds(staff, RESPONSIBLES, { administrationId })
    const concerning = seesAll ? null : staff.accountId
    const handovers = await listHandovers(system.db, administrationId, {
      concerning,
      limit: MOST_SHOWN,
    })
    const absences = await listAbsences(system.db, administrationId, today)
    const names = await accountNames(
      system.db,
      handovers.flatMap(({ fromAccountId, madeBy }) => [fromAccountId, madeBy]),
    )
    const { timeZone } = book.administration
    const model = {
      title: t('workload.relief.title'),
      errors: noErrors,
      ownUrl: urls.relief(staff.accountId),
      othersUrl: people.some(({ accountId }) => accountId !== staff.accountId)
        ? urls.workload
        : null,
      leaving: absences.flatMap((absence) => {
        const person = people.find(({ accountId }) => accountId === absence.accountId)
        if (!person) return []
        const days = {
          from: formatShortDate(absence.from, lang),
          until: formatShortDate(absence.until, lang),
        }
        return [
          {
            name: person.name,
            href: urls.relief(person.accountId),
            days: t('workload.relief.from_until', days),
          },
        ]
      }),
      handovers: handovers.map((handover) => ({
        text: t('workload.relief.of', { name: names.get(handover.fromAccountId) ?? '' }),
        href: urls.handover(handover.handoverId),
        when: formatDateTime(handover.madeAt, lang, timeZone),
        by: names.get(handover.madeBy ?? '') ?? t('workload.handover.night'),
      })),
    }
    render(response, 'workload/reliefs', model, { layout: 'staff' })
  }
}

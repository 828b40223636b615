import { canSee, listCasesById, staffCaseUrl, type Case } from '../../cases/index.ts'
import { listSteps, type Step } from '../../ledger/index.ts'
import { accountNames } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { formatDateTime } from '../../platform/i18n/index.ts'
import { idIn, noErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import {
  getHandover,
  listHandoverCases,
  type Handover,
  type HandoverCase,
} from '../handover-store.ts'
import { maySeeHandover } from '../workload-policy.ts'
import { enterRoom, type Room } from './room.ts'

/** What was handed over, and for whoever comes back: how each case stands and what happened since. */
export function showHandover(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { t, lang, deed, staff, urls, book } = room
    const { db } = system
    const key = {
      administrationId: deed.administrationId,
      handoverId: idIn(request, 'handoverId'),
    }
    const handover = await getHandover(db, key)
    const given = await listHandoverCases(db, key)
    if (!maySeeHandover(staff, handover, given)) throw new NotFound()
    const ids = given.map(({ caseId }) => caseId)
    const cases = await listCasesById(db, key.administrationId, ids)
    const steps = ids.length === 0 ? [] : await listSteps(db, key.administrationId, ids)
    const names = await accountNames(db, [
      handover.fromAccountId,
      handover.madeBy,
      ...given.map(({ to }) => to),
    ])
    const byId = new Map(cases.map((item) => [item.caseId, item]))
    const model = {
      title: t('workload.relief.of', { name: names.get(handover.fromAccountId) ?? '' }),
      errors: noErrors,
      backUrl: urls.reliefs,
      made: t('workload.handover.made', {
        when: formatDateTime(handover.madeAt, lang, book.administration.timeZone),
        by: names.get(handover.madeBy ?? '') ?? t('workload.handover.night'),
      }),
      note: handover.note,
      moved: t('workload.handover.moved', {
        count: given.filter(({ stays }) => stays === null).length,
      }),
      rows: given.flatMap((each) => {
        const item = byId.get(each.caseId)
        return item ? [rowOf(each, item, since(steps, handover, each), names, room)] : []
      }),
    }
    render(response, 'workload/handover', model, { layout: 'staff' })
  }
}

function since(steps: readonly Step[], { madeAt }: Handover, { caseId }: HandoverCase): Step[] {
  return steps.filter((step) => step.caseId === caseId && step.happenedAt > madeAt)
}

/** Who may not see the case any more knows its number from before, and no more. */
function rowOf(
  { to, stays }: HandoverCase,
  item: Case,
  happened: readonly Step[],
  names: ReadonlyMap<string, string>,
  { t, lang, viewer, slug, book }: Room,
) {
  const isSeen = canSee(viewer, item)
  const { timeZone } = book.administration
  const taker =
    to === null
      ? t('workload.relief.desk_of', { unit: book.names.get(item.unitId ?? '') ?? '' })
      : (names.get(to) ?? '')
  return {
    number: item.caseNumber,
    href: isSeen ? staffCaseUrl(slug, item.caseNumber) : null,
    to: stays ? t(`workload.stays.${stays}`) : taker,
    state: isSeen ? t(`cases.staff_state.${item.state}`) : '',
    steps: isSeen
      ? happened.map(({ event, happenedAt }) => ({
          text: t(`cases.staff_event.${event}`),
          when: formatDateTime(happenedAt, lang, timeZone),
        }))
      : [],
  }
}

import { askForSecret, openFollowVisit, type TellFollower } from '../../cases/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { nextDay } from '../request-clock.ts'
import { findRequest } from '../request-store.ts'
import { listNumbersOfCase } from '../request-step-store.ts'
import { sendPersonFile } from '../person-file/send-person-file.ts'
import { followRequestUrls, ownCaseUrls } from '../urls.ts'

/** One case whole, to take away: no request is needed for what one can see anyway. */
export function takeAll(system: System): Page {
  return async (request, response) => {
    const visit = await openFollowVisit(system, request, response)
    if (!visit) return askForSecret(system, request, response)
    const { item, book, now } = visit
    await sendPersonFile(system, response, { book, items: [item], name: item.caseNumber, now })
  }
}

const SHOWN = 5

/** On the page where a case is followed: how its requests stand, and what else can be asked. */
export function tellOwnData(system: System): TellFollower {
  return async ({ item, t, lang }) => {
    const { administrationId, caseId, caseNumber } = item
    const numbers = await listNumbersOfCase(system.db, administrationId, caseId)
    const notes = []
    for (const requestNumber of numbers.slice(0, SHOWN)) {
      const request = await findRequest(system.db, { administrationId, requestNumber })
      if (!request) continue
      const day = nextDay(request)
      const values = {
        right: t(`data-requests.right.${request.right}.name`),
        state: t(`data-requests.state.${request.state}`),
        date: day === null ? '' : formatDate(day, lang),
      }
      notes.push({
        text: t(day === null ? 'data-requests.note' : 'data-requests.note_due', values),
        href: followRequestUrls(requestNumber).request,
      })
    }
    const urls = ownCaseUrls(caseNumber)
    const choice = (key: 'take_all' | 'ask', href: string) => ({
      text: t(`data-requests.choice.${key}.text`),
      hint: t(`data-requests.choice.${key}.hint`),
      href,
    })
    return { notes, choices: [choice('take_all', urls.takeAll), choice('ask', urls.ask)] }
  }
}

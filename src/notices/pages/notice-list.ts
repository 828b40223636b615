import { accountNames, holds, requireStaff, requireWorkplace } from '../../people/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { findCaseLinks } from '../case-links.ts'
import type { Notice } from '../notice.ts'
import { countFailedNotices, listFailedNotices } from '../notice-store.ts'
import { noticeListView } from './notice-list-view.ts'
import { decisionIn } from './notice-urls.ts'

/** What could not be sent, or may not have arrived, and waits for a person. */
export function noticeList({ db }: System): Page {
  return async (request, response) => {
    const workplace = requireWorkplace(response)
    const { administrationId } = workplace
    const notices = await listFailedNotices(db, administrationId)
    const model = noticeListView({
      t: response.locals.t,
      workplace,
      notices,
      counts: await countFailedNotices(db, administrationId),
      cases: await findCaseLinks(db, workplace, caseIdsOf(notices)),
      names: await accountNames(db, notices.map(accountOf)),
      mayDecide: holds(requireStaff(response), ['claims_manager', 'deputy_claims_manager'], {
        administrationId,
      }),
      done: decisionIn(request.query['hecho']),
    })
    render(response, 'notices/notice-list', model, { layout: 'staff' })
  }
}

function caseIdsOf(notices: readonly Notice[]): string[] {
  return [...new Set(notices.flatMap(({ caseId }) => caseId ?? []))]
}

function accountOf({ to }: Notice): string | null {
  return to.recipient === 'account' ? to.accountId : null
}

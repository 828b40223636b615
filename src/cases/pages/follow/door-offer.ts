import { doorUrl } from '../../../corruption-reports/index.ts'
import { STATE_TYPE } from '../../case-states.ts'
import type { Known } from './case-view.ts'
import { erasurePage } from './erasure-page.ts'
import { stepPath } from './follow-urls.ts'
import type { Visit } from './visit.ts'
import { withdrawalPage } from './withdrawal-page.ts'

/**
 * The sealed door, with the person's own words to take along. They go from this page to that one and
 * are kept nowhere on the way; what the person chooses is not written down here either.
 */
export function doorOffer({ item, actions, book, lang }: Visit, { status, doorOpen }: Known) {
  if (!item.doorOffered) return null
  const { address } = STATE_TYPE[item.state] === 'ended' ? erasurePage : withdrawalPage
  const own = status.history.filter(({ from }) => from === 'person')
  return {
    isOpen: doorOpen,
    reportUrl: `${doorUrl(book.administration.slug)}?lang=${lang}`,
    carried: own.flatMap(({ text }) => text ?? []).join('\n\n'),
    hasFiles: own.some(({ files }) => files.length > 0),
    eraseUrl: actions.has('erase') ? stepPath(item.caseNumber, address) : null,
  }
}

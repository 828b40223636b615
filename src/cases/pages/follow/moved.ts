import type { Response } from 'express'
import { formatDateTime } from '../../../platform/i18n/index.ts'
import { render } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { getCaseById } from '../../case-store.ts'
import { getPublicStatus } from '../../public-status.ts'
import { stateTone } from '../state-tone.ts'
import { casePath, stepPath } from './follow-urls.ts'
import { INFORMATION_ADDRESS } from './reply-pages.ts'
import type { StepPage } from './step-page.ts'
import type { Typed } from '../typed-in.ts'
import { visitOf, type Visit } from './visit.ts'

/** The case moved on while the person wrote: what changed, what they wrote, and where it can still go. */
export async function renderMoved(
  system: System,
  response: Response,
  { item: seenItem, t, lang }: Visit,
  page: StepPage,
  form: { typed: Typed; sendingId: string; seen: number },
): Promise<void> {
  const item = await getCaseById(system.db, seenItem.administrationId, seenItem.caseId)
  const visit = await visitOf(system, response, item)
  const status = await getPublicStatus(system, item, t, lang)
  const { timeZone } = visit.book.administration
  const mayStillSend = page.takesFiles && visit.actions.has('add_information')
  render(
    response,
    'cases/follow/moved',
    {
      title: t('follow.moved.title'),
      caseUrl: casePath(item.caseNumber),
      state: { text: status.stateLabel, tone: stateTone(item.state) },
      changes: status.history
        .filter(({ position }) => position > form.seen)
        .map(({ label, at }) => ({ label, when: formatDateTime(at, lang, timeZone) })),
      words: form.typed[page.words] ?? '',
      sendInstead: mayStillSend ? stepPath(item.caseNumber, INFORMATION_ADDRESS) : null,
      hidden: { sending: form.sendingId, seen: String(item.historyLength) },
    },
    { status: 409 },
  )
}

import type { Workplace } from '../../people/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { PageModel } from '../../platform/web/index.ts'
import type { CaseLink } from '../case-links.ts'
import type { Notice } from '../notice.ts'
import type { NoticeCounts } from '../notice-store.ts'
import { nameOfNotice } from '../text-message.ts'
import { decisionUrl, type Decision } from './notice-urls.ts'
import { wordsUrl } from './words-urls.ts'

export interface NoticeListModel extends PageModel {
  wordsUrl: string
  timeZone: string
  /** What was just done, said once. */
  done: string | null
  /** Null when all are shown. */
  newest: string | null
  notices: readonly ShownNotice[]
}

interface ShownNotice {
  id: string
  heading: string
  unconfirmed: boolean
  state: string
  failure: string
  to: string
  at: Date | null
  link: CaseLink | null
  actions: readonly { url: string; text: string; about: string }[]
}

interface Shown {
  t: T
  workplace: Workplace
  notices: readonly Notice[]
  counts: NoticeCounts
  cases: ReadonlyMap<string, CaseLink>
  names: ReadonlyMap<string, string>
  mayDecide: boolean
  done: Decision | null
}

export function noticeListView(shown: Shown): NoticeListModel {
  const { t, counts, notices, done } = shown
  const count = counts.failed + counts.unconfirmed
  return {
    title: t('notices.list.title'),
    wordsUrl: wordsUrl(shown.workplace.slug, 'list'),
    timeZone: shown.workplace.timeZone,
    done: done && t(`notices.done.${done}`),
    newest:
      count > notices.length ? t('notices.list.newest', { count, shown: notices.length }) : null,
    notices: notices.map((notice) => show(notice, shown)),
  }
}

function show(notice: Notice, shown: Shown): ShownNotice {
  const { t } = shown
  const link = shown.cases.get(notice.caseId ?? '') ?? null
  const what = nameOfNotice(notice.template, t)
  const number = link?.caseNumber ?? t('notices.list.no_case')
  return {
    id: notice.noticeId,
    heading: `${what}: ${number}`,
    unconfirmed: notice.state === 'unconfirmed',
    state: t(`notices.states.${notice.state}`),
    failure: t(`notices.failures.${notice.failure ?? 'outcome_unknown'}`),
    to: sayTo(notice, shown),
    at: notice.settledAt,
    link,
    actions: shown.mayDecide ? actionsFor(notice, shown, { what, number }) : [],
  }
}

function actionsFor(
  { state, noticeId }: Notice,
  { t, workplace }: Shown,
  about: { what: string; number: string },
) {
  const decisions: Decision[] =
    state === 'unconfirmed' ? ['resent', 'received', 'aside'] : ['resent', 'aside']
  return decisions.map((decision) => {
    const text = t(`notices.decisions.${decision}`)
    return {
      url: decisionUrl(workplace.slug, noticeId, decision),
      text,
      about: t('notices.list.about', { action: text, ...about }),
    }
  })
}

function sayTo({ to }: Notice, { t, names }: Shown): string {
  if (to.recipient === 'person') return t('notices.list.person')
  if (to.recipient === 'centre') return t('notices.list.centre')
  const name = names.get(to.accountId)
  return name ? t('notices.list.staff', { name }) : t('notices.list.former')
}

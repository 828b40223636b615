import { localDate } from '../../../platform/dates.ts'
import { formatShortDate } from '../../../platform/i18n/index.ts'
import { sayLanguage } from '../../../regimes/index.ts'
import type { Case } from '../../case.ts'
import { caseLine } from '../case-line.ts'
import { writeMark } from './marks.ts'
import type { CaseListParts } from './case-list-parts.ts'
import { trailOf } from './desk-trail.ts'

/** One case of the list: what it is, how it stands, when it is due and what sets it apart. */
export function rowOf(item: Case, parts: CaseListParts) {
  const { request, response, rules, calendar, today, names, query } = parts
  const { t, lang } = response.locals
  const trail = trailOf({ ...request.query, vista: query.filters.view })
  const name = (id: string | null) => (id ? rules.names.get(id) : undefined)
  const { kind, ...line } = caseLine(item, { book: rules, calendar, today, t, lang })
  const handler = item.handlerId ? names.get(item.handlerId) : undefined
  return {
    ...line,
    href: `${line.href}?lista=${encodeURIComponent(trail)}`,
    meta: [
      kind,
      rules.centres.length > 1 ? name(item.centreId) : undefined,
      name(item.serviceId),
      handler ?? name(item.unitId),
      t('desk.received_on', {
        day: formatShortDate(localDate(item.registeredAt, rules.administration.timeZone), lang),
      }),
    ].filter((text) => text !== undefined),
    flags: flagsOf(item, parts),
    check: parts.bulk
      ? {
          name: 'caso',
          value: writeMark(item),
          label: t('desk.mark', { number: item.caseNumber }),
          checked: request.query['marcar'] === 'todos',
        }
      : null,
    unread: item.state === 'registered',
  }
}

interface Flag {
  text: string
  tone: 'danger' | 'attention' | 'plain'
}

function flagsOf(item: Case, { response, page, rules }: CaseListParts): Flag[] {
  const { t, lang } = response.locals
  const flag = (code: string, tone: Flag['tone']) => [{ text: t(`desk.flags.${code}`), tone }]
  return [
    ...(item.priority === 2 ? flag('danger', 'danger') : []),
    ...(item.priority === 1 ? flag('priority', 'attention') : []),
    ...(page.returned.has(item.caseId) ? flag('draft_returned', 'attention') : []),
    ...(item.restricted ? flag(`restricted_${item.restricted}`, 'plain') : []),
    ...(item.reviewAsked ? flag('review_asked', 'attention') : []),
    ...(item.language === 'es' ? [] : [{ text: item.language, tone: 'plain' as const }]),
    ...spokenFlag(item, rules, lang),
  ]
}

function spokenFlag(item: Case, { regime }: CaseListParts['rules'], lang: string): Flag[] {
  const { spokenLanguage } = item
  if (spokenLanguage === null) return []
  return [{ text: sayLanguage(regime, spokenLanguage, lang), tone: 'attention' }]
}

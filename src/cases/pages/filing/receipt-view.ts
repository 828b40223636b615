import type { Request } from 'express'
import { getBookRulesById, type BookRules } from '../../../administrations/index.ts'
import { listAttachments } from '../../../attachments/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { formatDate, formatDateTime, type T } from '../../../platform/i18n/index.ts'
import { getRegimeVersion, inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { explainAnswerDate } from '../../case-clocks.ts'
import type { Case } from '../../case.ts'
import { findCaseByNumber } from '../../case-number-store.ts'
import { listContents } from '../../content-store.ts'
import { findPerson, type CasePerson } from '../../person-store.ts'
import { trackingToken } from '../../tracking-token.ts'
import { isFollowing } from '../follower-session.ts'

/** All that a receipt says, on the page and on paper. */
export interface Receipt {
  administrationName: string
  slug: string
  caseNumber: string
  secret: string
  kind: string
  registeredAt: string
  dueOn: string | null
  dueWhy: string | null
  followUrl: string
  answerByEmail: boolean
  /** A copy of what was handed in. */
  rows: readonly { name: string; value: string }[]
}

/** The case of the address, for whoever has just filed it or knows its secret; null for everybody else. */
export async function ownCase(system: System, request: Request): Promise<Case | null> {
  const caseNumber = String(request.params['caseNumber'])
  if (!isFollowing(system, request, caseNumber, system.clock())) return null
  const found = await findCaseByNumber(system.db, caseNumber)
  if (!found) throw new NotFound()
  return found
}

export async function receiptOf(
  system: System,
  item: Case,
  { lang, t }: { lang: string; t: T },
): Promise<Receipt & { book: BookRules }> {
  const book = await getBookRulesById(system, item.administrationId, item.registeredAt)
  const { administration } = book
  const { timeZone } = administration
  const regime = await getRegimeVersion(system.db, item.regimeCode, item.regimeVersion)
  const label = regime.kinds.find(({ code }) => code === item.kindFiled)?.label
  return {
    book,
    administrationName: administration.name,
    slug: administration.slug,
    caseNumber: item.caseNumber,
    secret: trackingToken(system.secrets.keyFor('tracking-token'), item.caseId),
    kind: inLanguage(label, lang) ?? item.kindFiled,
    registeredAt: formatDateTime(item.registeredAt, lang, timeZone),
    dueOn: item.dueOn && formatDate(item.dueOn, lang),
    dueWhy: await explainAnswerDate(system.db, item, t, lang),
    followUrl: new URL('/seguimiento', system.config.baseUrl).href,
    answerByEmail: item.answerBy === 'email',
    rows: await copyOf(system, item, book, { lang, t }),
  }
}

async function copyOf(
  { db }: System,
  item: Case,
  book: BookRules,
  { lang, t }: { lang: string; t: T },
) {
  const { administrationId, caseId } = item
  const contents = await listContents(db, administrationId, caseId)
  const said = (kind: string) => contents.find((one) => one.kind === kind)?.body ?? ''
  const files = await listAttachments(db, { administrationId, caseId })
  const person = await findPerson(db, administrationId, caseId)
  const rows = [
    { row: 'description', value: said('description') },
    { row: 'centre', value: book.names.get(item.centreId) ?? '' },
    { row: 'service', value: (item.serviceId && book.names.get(item.serviceId)) ?? '' },
    { row: 'place', value: said('place') },
    { row: 'day', value: item.occurredOn ? formatDate(item.occurredOn, lang) : '' },
    { row: 'files', value: files.map(({ name }) => name).join('\n') },
    { row: 'name', value: person ? nameOf(person) : '' },
    { row: 'answer', value: t(`cases.answer_by.${item.answerBy}`) },
  ]
  return rows
    .filter(({ value }) => value !== '')
    .map(({ row, value }) => ({ name: t(`filing.rows.${row}`), value }))
}

function nameOf(person: CasePerson): string {
  const { names, firstSurname, secondSurname, legalName, representative } = person
  return [names, firstSurname, secondSurname, legalName, representative].filter(Boolean).join(' ')
}

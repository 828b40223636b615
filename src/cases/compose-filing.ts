import type { RawBuilder } from 'kysely'
import { localDate } from '../platform/dates.ts'
import type { BookRules } from '../administrations/index.ts'
import {
  FIRST_PREVIOUS_HASH,
  hashEvent,
  type EventCommitment,
  type LedgerEvent,
} from '../ledger/index.ts'
import { noticeRow, type NewNoticeRow } from '../notices/index.ts'
import type { Contact } from '../people/index.ts'
import { newContent } from './content-store.ts'
import { answerByOf, motivesOf, type FilingInput } from './filing.ts'
import type { DatedOrigin } from './filing-origin.ts'
import type { NewCase } from './filing-store.ts'
import type { OpeningClocks } from './case-clocks.ts'
import { insertOrigin } from './origin-store.ts'
import { newPerson } from './person-store.ts'
import type { Route } from './route-new-case.ts'
import { hashTrackingToken } from './tracking-token.ts'

/** Everything known about a filing before its number: made in memory, written in one statement. */
export interface ComposedFiling {
  row: NewCase['row']
  route: Route
  clocks: OpeningClocks
  notices: NewNoticeRow[]
  statement(files: readonly EventCommitment[], others?: readonly RawBuilder<unknown>[]): NewCase
}

export interface FilingParts {
  caseId: string
  token: string
  /** The earlier case that it follows. */
  linkedCaseId?: string | null
  filing: FilingInput
  /** Missing: its person sent it here themselves. */
  origin?: DatedOrigin | undefined
  rules: BookRules
  route: Route
  clocks: OpeningClocks
  /** Who is told at once of danger, besides the centre's own address. */
  heads: readonly Contact[]
  idempotencyHash: Buffer
  requestHash: Buffer
  now: Date
}

const SUMMARY_LENGTH = 160

export function composeFiling(parts: FilingParts): ComposedFiling {
  const { caseId, filing, origin, rules, route, clocks, now } = parts
  const { administrationId } = rules.administration
  const about = { administrationId, caseId, accountId: null, now }
  const contents = [
    newContent(about, 'description', filing.description),
    ...(filing.place ? [newContent(about, 'place', filing.place)] : []),
  ]
  const person = newPerson(about, filing.person)
  const row = caseRow(parts)

  return {
    row,
    route,
    clocks,
    notices: firstNotices(parts, row).map((notice) => noticeRow(notice, now)),
    statement: (files, others = []) => {
      const firstEvent: LedgerEvent = {
        administrationId,
        caseId,
        position: 1,
        event: 'submit',
        happenedAt: now,
        actor: 'person',
        accountId: null,
        role: null,
        fromState: null,
        toState: 'registered',
        rule: `${row.regime_code}@${row.regime_version}`,
        reason: null,
        details: {
          kind: filing.kind,
          channel: row.channel,
          dueOn: row.due_on,
          routingRuleId: route.ruleId,
          ...(origin && { handedOverAt: origin.handedOverAt.toISOString() }),
          ...(origin?.limit?.daysLate && { loadDueOn: origin.limit.dueOn }),
          ...(row.linked_case_id !== null && { linkedCaseId: row.linked_case_id }),
        },
        commitments: [
          ...contents.map(({ promise }) => promise),
          ...(person ? [person.promise] : []),
          ...files,
        ],
      }
      return {
        row,
        searchText: [filing.description, filing.place ?? ''].join('\n'),
        year: Number(localDate(now, rules.administration.timeZone).slice(0, 4)),
        person: person?.row ?? null,
        contents: contents.map((content) => content.row),
        firstEvent,
        firstEventHash: hashEvent(firstEvent, FIRST_PREVIOUS_HASH),
        others: [...clocks.inserts, ...(origin ? [insertOrigin(about, origin)] : []), ...others],
      }
    },
  }
}

function caseRow({
  caseId,
  token,
  linkedCaseId,
  filing,
  rules,
  route,
  clocks,
  idempotencyHash,
  requestHash,
  now,
}: FilingParts): NewCase['row'] {
  const answerBy = answerByOf(filing)
  return {
    administration_id: rules.administration.administrationId,
    case_id: caseId,
    kind: filing.kind,
    kind_filed: filing.kind,
    state: 'registered',
    channel: filing.channel ?? 'web',
    language: filing.language ?? 'es',
    spoken_language: filing.spokenLanguage ?? null,
    registered_at: now,
    occurred_on: filing.occurredOn ?? null,
    occurred_time: filing.occurredAt ?? null,
    centre_id: route.centreId,
    service_id: route.serviceId,
    motives: motivesOf(filing),
    desk: route.desk,
    unit_id: route.unitId,
    handler_id: null,
    routing_rule_id: route.ruleId,
    priority: route.priority,
    restricted: route.restricted,
    named_officials: route.namedOfficialIds,
    signals: route.signals,
    due_on: clocks.answerDueOn,
    answer_by: answerBy,
    electronic_notice:
      filing.consents?.electronicNotice ?? (answerBy === 'email' || answerBy === 'sms'),
    results_told: filing.consents?.resultsTold ?? false,
    quotation: filing.consents?.quotation ?? false,
    outcome: null,
    answered_at: null,
    notified_at: null,
    closed_at: null,
    close_reason: null,
    outside_number: null,
    outside_body: null,
    linked_case_id: linkedCaseId ?? null,
    regime_code: rules.regime.code,
    regime_version: rules.regime.version,
    tracking_token_hash: hashTrackingToken(token),
    idempotency_hash: idempotencyHash,
    request_hash: requestHash,
    summary: summaryOf(filing.description),
  }
}

/** The beginning of the text on one line, cut at a word. */
export function summaryOf(description: string): string {
  const line = description.replace(/\s+/g, ' ').trim()
  if (line.length <= SUMMARY_LENGTH) return line
  const cut = line.slice(0, SUMMARY_LENGTH)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUMMARY_LENGTH - 30)).toWellFormed()}…`
}

function firstNotices({ filing, route, rules, heads }: FilingParts, row: NewCase['row']) {
  const about = { administrationId: rules.administration.administrationId, caseId: row.case_id }
  const wantsLetter = filing.person?.email !== undefined && row.electronic_notice
  return [
    ...(wantsLetter
      ? [
          {
            ...about,
            template: 'case_received',
            to: { recipient: 'person' as const },
            language: row.language,
          },
        ]
      : []),
    ...(route.alert
      ? [
          {
            ...about,
            template: 'danger_alert',
            to: { recipient: 'centre' as const, centreId: row.centre_id },
            language: 'es',
          },
        ]
      : []),
    ...heads.map(({ accountId, language }) => ({
      ...about,
      template: 'danger_alert',
      to: { recipient: 'account' as const, accountId },
      language,
    })),
  ]
}

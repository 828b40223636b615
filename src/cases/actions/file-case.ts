import { randomUUID } from 'node:crypto'
import type { System } from '../../system.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { violatedConstraint } from '../../platform/database/violations.ts'
import { Invalid } from '../../platform/errors.ts'
import { getBookRules, type BookRules } from '../../administrations/index.ts'
import { claimAttachments } from '../../attachments/index.ts'
import type { EventCommitment } from '../../ledger/index.ts'
import { insertNotices, wakeOutbox } from '../../notices/index.ts'
import { findCase } from '../case-store.ts'
import { updateDraftFiled } from '../draft-store.ts'
import { listLoadedSheets } from '../origin-store.ts'
import { loadLimit } from '../load-limit.ts'
import { findFiled, insertFiling, type Filed } from '../filing-store.ts'
import type { FilingInput } from '../filing.ts'
import { dateOrigin, type FilingOrigin } from '../filing-origin.ts'
import { filePromise } from '../file-promise.ts'
import { filingRules, problemsUnderRules, type Filer } from '../filing-rules.ts'
import { openingClocks } from '../case-clocks.ts'
import { composeFiling, type ComposedFiling } from '../compose-filing.ts'
import { listHeadsToAlert } from '../heads-to-alert.ts'
import { routeNewCase } from '../route-new-case.ts'
import { trackingToken } from '../tracking-token.ts'
import { assignByRule } from './assign-by-rule.ts'
import {
  receiptAgain,
  receiptOf,
  requestKeys,
  type FilingReceipt,
  type Receivable,
  type RequestKeys,
} from './filing-receipt.ts'

export interface FilingRequest {
  slug: string
  /** Sending the same filing twice under one key stores it once. */
  idempotencyKey: string
  filing: FilingInput
  filer: Filer
  /** Where it did not come from its person at this moment. */
  origin?: FilingOrigin
  /** What was said beside the filing and must come again with it under the same key. */
  alsoSaid?: Readonly<Record<string, string>>
  /** What a person wrote on the web: its files are claimed and its answers erased with the filing. */
  draftId?: string
  /** The earlier case about the same thing, whose person this one is. */
  follows?: string
  /** What else is written in the same transaction; what it throws leaves nothing filed. */
  alongside?: (tx: Tx, filed: FiledNow) => Promise<void>
}

export type FiledNow = Pick<
  Filed,
  'administrationId' | 'caseId' | 'caseNumber' | 'kind' | 'registeredAt' | 'dueOn'
>

const IDEMPOTENCY_CONSTRAINT = 'cases_administration_id_idempotency_hash_key'
const SHEET_CONSTRAINT = 'case_origins_sheet'

/**
 * Takes a filing into the book: case, number, history, clocks and queued notices in one transaction, or
 * nothing. The same key and filing again give the same receipt; the same key with another filing is refused.
 */
export async function fileCase(
  system: System,
  request: FilingRequest,
  now: Date,
): Promise<FilingReceipt> {
  const rules = await getBookRules(system, request.slug, now)
  const { administrationId } = rules.administration
  const keys = requestKeys(request)

  const before = await findFiled(system.db, administrationId, keys.idempotencyHash)
  if (before) return receiptAgain(system, before, keys.requestHash)

  const rulesOfDay = filingRules(rules, now, system.texts !== null)
  const problems = problemsUnderRules(request.filing, rulesOfDay, now, request.filer)
  if (problems.length > 0) throw new Invalid(problems)

  const composed = await compose(system, rules, request, keys, now)
  try {
    const caseNumber = await write(system, rules, request, composed, now)
    return receiptOf(system, { caseNumber, ...filedAs(composed) }, true)
  } catch (error) {
    const constraint = violatedConstraint(error) ?? ''
    if (![IDEMPOTENCY_CONSTRAINT, SHEET_CONSTRAINT].includes(constraint)) throw error
    // A twin of this request won the race.
    const twin = await findFiled(system.db, administrationId, keys.idempotencyHash)
    if (twin) return receiptAgain(system, twin, keys.requestHash)
    throw (await sheetTaken(system, administrationId, request.origin?.sheetNumber)) ?? error
  }
}

/** A sheet of paper is loaded once: says as which case it stands in the book. */
async function sheetTaken(
  { db }: System,
  administrationId: string,
  sheetNumber = '',
): Promise<Invalid | null> {
  const loaded = await listLoadedSheets(db, administrationId, [sheetNumber])
  const caseNumber = loaded.get(sheetNumber)
  if (caseNumber === undefined) return null
  return new Invalid([{ field: '/sheetNumber', code: 'loaded', values: { caseNumber } }])
}

async function compose(
  system: System,
  rules: BookRules,
  request: FilingRequest,
  keys: RequestKeys,
  now: Date,
): Promise<ComposedFiling> {
  const caseId = randomUUID()
  const route = await routeNewCase(system, rules, request.filing, now)
  const channel = request.filing.channel ?? 'web'
  const origin = request.origin && dateOrigin(request.origin, channel, rules, now)
  if (origin?.registeredBy) {
    const paper = { kind: request.filing.kind, centreId: route.centreId, ...origin }
    origin.limit = await loadLimit(system.db, rules, paper, now)
  }
  const clocks = await openingClocks(
    system.db,
    rules,
    { caseId, kind: request.filing.kind, centreId: route.centreId },
    origin?.clockFrom ?? now,
  )
  const heads = route.alert ? await listHeadsToAlert(system.db, rules, route, now) : []
  const token = trackingToken(system.secrets.keyFor('tracking-token'), caseId)
  const linkedCaseId = await findEarlier(system, rules, request)
  return composeFiling({
    caseId,
    linkedCaseId,
    origin,
    token,
    rules,
    route,
    clocks,
    heads,
    now,
    ...keys,
    filing: request.filing,
  })
}

async function findEarlier(
  { db }: System,
  { administration: { administrationId } }: BookRules,
  { follows: caseNumber }: FilingRequest,
): Promise<string | null> {
  if (caseNumber === undefined) return null
  return (await findCase(db, { administrationId, caseNumber }))?.caseId ?? null
}

/**
 * One statement is one transaction of its own; only files, letters, drafts, assignment at once and what
 * stands or falls with it need a longer one.
 */
async function write(
  system: System,
  rules: BookRules,
  { filing, draftId, alongside }: FilingRequest,
  composed: ComposedFiling,
  now: Date,
): Promise<string> {
  const attachmentIds = filing.attachments ?? []
  const { assignAtOnce } = composed.route
  const isSimple =
    draftId === undefined &&
    alongside === undefined &&
    attachmentIds.length === 0 &&
    composed.notices.length === 0 &&
    !assignAtOnce
  if (isSimple) return (await insertFiling(system.db, composed.statement([]))).case_number

  return inTransaction(system.db, async (tx) => {
    const files = await claim(tx, composed, { ids: attachmentIds, draftId }, now)
    if (composed.notices.length > 0) await wakeOutbox(tx, system.jobs)
    const filed = await insertFiling(
      tx,
      composed.statement(files, [insertNotices(composed.notices)]),
    )
    if (assignAtOnce) await assignByRule(tx, system, rules, composed, filed.case_number, now)
    if (draftId !== undefined) await updateDraftFiled(tx, draftId, filed.case_number, now)
    await alongside?.(tx, filedNow(composed, filed.case_number))
    return filed.case_number
  })
}

async function claim(
  tx: Tx,
  { row }: ComposedFiling,
  { ids, draftId }: { ids: readonly string[]; draftId: string | undefined },
  now: Date,
): Promise<EventCommitment[]> {
  const about = { administrationId: row.administration_id, caseId: row.case_id, now }
  const claimed = await claimAttachments(tx, { ...about, ids, ...(draftId && { draftId }) })
  return claimed.map(filePromise)
}

function filedNow(composed: ComposedFiling, caseNumber: string): FiledNow {
  const { administration_id: administrationId } = composed.row
  return { administrationId, caseNumber, ...filedAs(composed) }
}

function filedAs({ row }: ComposedFiling): Omit<Receivable, 'caseNumber'> {
  return { caseId: row.case_id, kind: row.kind, registeredAt: row.registered_at, dueOn: row.due_on }
}

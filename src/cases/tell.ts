import type { System } from '../system.ts'
import type { Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { BookRules } from '../administrations/index.ts'
import { queueNotice, type NoticeDetails } from '../notices/index.ts'
import { listContacts, listHolders, type Role } from '../people/index.ts'
import type { Case } from './case.ts'
import { reachesDraft, type StepRules } from './case-policy.ts'
import { draftInHand } from './draft-in-hand.ts'

/** Who is told of a step: queued in its transaction, sent later. */

export interface Telling {
  tx: Tx
  system: Pick<System, 'jobs'>
  item: Case
  book: Pick<BookRules, 'officials'>
  today: PlainDate
  now: Date
}

export type StaffRecipient =
  { accountId: string } | { role: Role; centreId?: string; unitId?: string | null }

/** By e-mail only where the person agreed to it; everybody sees it where the case is followed. */
export async function tellPerson(
  { tx, system, item, now }: Telling,
  template: string,
  details: NoticeDetails = {},
): Promise<void> {
  if (item.answerBy !== 'email' && !item.electronicNotice) return
  const { administrationId, caseId, language } = item
  const to = { recipient: 'person' as const }
  await queueNotice(
    tx,
    system.jobs,
    { administrationId, caseId, template, to, language, details },
    now,
  )
}

export async function tellStaff(
  context: Telling,
  template: string,
  to: StaffRecipient,
  details: NoticeDetails = {},
): Promise<void> {
  await tellAccounts(context, template, await accountsOf(context, to), details)
}

/** Whoever handles it, else the responsible. */
export async function tellWhoHasIt(context: Telling, template: string): Promise<void> {
  const { handlerId } = context.item
  await tellStaff(
    context,
    template,
    handlerId ? { accountId: handlerId } : { role: 'claims_manager' },
  )
}

/** Also those whom the case names: for what praises them. */
export async function tellAccounts(
  { tx, system, item, now }: Telling,
  template: string,
  accountIds: readonly string[],
  details: NoticeDetails = {},
): Promise<void> {
  const { administrationId, caseId } = item
  for (const { accountId, language } of await listContacts(tx, accountIds)) {
    const recipient = { recipient: 'account' as const, accountId }
    const notice = { administrationId, caseId, template, to: recipient, language, details }
    await queueNotice(tx, system.jobs, notice, now)
  }
}

/** Whoever may approve the draft on the day. The deputy stands in and is not told of everything. */
export async function tellApprovers(
  context: Telling & { rules: StepRules; accountId: string },
): Promise<void> {
  const { tx, item, today, accountId } = context
  const draft = await draftInHand(tx, { authorId: accountId }, today)
  const roles = (context.rules.approval?.roles ?? []).filter(
    (role) => role !== 'deputy_claims_manager' && reachesDraft(role, item, draft),
  )
  for (const role of roles) {
    const { unitId, centreId } = context.item
    await tellStaff(context, 'draft_submitted', { role, unitId, centreId })
  }
}

/** Whom the case names is told nothing of it. */
async function accountsOf({ tx, item, book, today }: Telling, to: StaffRecipient) {
  const place = { administrationId: item.administrationId }
  const accountIds =
    'accountId' in to
      ? [to.accountId]
      : await listHolders(
          tx,
          [to.role],
          { ...place, centreId: to.centreId ?? null, unitId: to.unitId ?? null },
          today,
        )
  const named = accountsNamed(item, book)
  return accountIds.filter((accountId) => !named.includes(accountId))
}

/** The accounts of the officials whom a case names. */
export function accountsNamed(
  { namedOfficials }: Pick<Case, 'namedOfficials'>,
  { officials }: Pick<BookRules, 'officials'>,
): string[] {
  return officials.flatMap(({ officialId, accountId }) =>
    accountId !== null && namedOfficials.includes(officialId) ? [accountId] : [],
  )
}

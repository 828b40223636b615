import type { StepContext } from '../../cases/index.ts'
import { queueNotice } from '../../notices/index.ts'
import { listContacts } from '../../people/index.ts'
import { CASE_MENTION } from '../emails/case-mention.ts'
import { insertMentions } from '../mention-store.ts'

/** In the transaction of the note that calls them; told by e-mail, without a word of the note. */
export async function callColleagues(
  { tx, system, item, accountId: mentionedBy, now }: StepContext,
  accountIds: readonly string[],
): Promise<void> {
  const { administrationId, caseId } = item
  const position = item.historyLength + 1
  await insertMentions(
    tx,
    accountIds.map((accountId) => ({
      administrationId,
      caseId,
      position,
      accountId,
      mentionedBy,
      at: now,
    })),
  )
  for (const { accountId, language } of await listContacts(tx, accountIds)) {
    const to = { recipient: 'account', accountId } as const
    const notice = { administrationId, caseId, template: CASE_MENTION, to, language }
    await queueNotice(tx, system.jobs, notice, now)
  }
}

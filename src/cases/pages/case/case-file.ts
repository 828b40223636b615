import { listAttachments, type Attachment } from '../../../attachments/index.ts'
import { listNoticesOfCase, type Notice } from '../../../notices/index.ts'
import { accountNames } from '../../../people/index.ts'
import { findRuleName } from '../../../routing/index.ts'
import { findAnswerDraft, type AnswerDraft } from '../../answer-draft-store.ts'
import { listAnswers, type Answer } from '../../answer-store.ts'
import { listContents, type CaseContent } from '../../content-store.ts'
import { listDeliveries, type Delivery } from '../../delivery-store.ts'
import type { Case } from '../../case.ts'
import { canSee } from '../../case-policy.ts'
import { listLinkedCases } from '../../linked-case-store.ts'
import { findOrigin, type StoredOrigin } from '../../origin-store.ts'
import { findPerson, type CasePerson } from '../../person-store.ts'
import { findRating, type CaseRating } from '../../rating-store.ts'
import type { CaseRoom } from './room.ts'

/** Everything that was written and done about a case, for who may see it. */
export interface CaseFile {
  contents: ReadonlyMap<string, CaseContent>
  person: CasePerson | null
  /** How it came, where its person did not send it at that moment. */
  origin: StoredOrigin | null
  /** What the office calls the printed link that brought its person. */
  linkLabel: string | null
  attachments: readonly Attachment[]
  answers: readonly Answer[]
  deliveries: readonly Delivery[]
  notices: readonly Notice[]
  rating: CaseRating | null
  /** The viewer's own, unfinished. */
  ownDraft: AnswerDraft | null
  /** Those that go together with it, as far as the viewer may see them. */
  linked: readonly Case[]
  ruleName: string | null
  /** Of the staff who did something about it, also of those who left. */
  names: ReadonlyMap<string, string>
}

/** Names a printed link; links are another room's. */
export type NameLink = (link: {
  administrationId: string
  linkId: string
}) => Promise<string | null>

export async function readCaseFile(
  { system, item, viewer, events }: CaseRoom,
  nameLink: NameLink,
): Promise<CaseFile> {
  const { db } = system
  const { administrationId, caseId } = item
  const { accountId } = viewer.staff
  const origin = await findOrigin(db, item)
  const contents = await readContents({ system, item })
  const deliveries = await listDeliveries(db, administrationId, caseId)
  const notices = await listNoticesOfCase(db, administrationId, caseId)
  const ids = [
    item.handlerId,
    ...events.map((event) => event.accountId),
    ...events.flatMap(({ details }) => [
      idIn(details['handlerId']),
      idIn(details['fromHandlerId']),
    ]),
    ...deliveries.map(({ recordedBy }) => recordedBy),
    ...notices.map(({ to }) => (to.recipient === 'account' ? to.accountId : null)),
  ]
  return {
    contents,
    person: await findPerson(db, administrationId, caseId),
    origin,
    linkLabel: origin?.linkId ? await nameLink({ administrationId, linkId: origin.linkId }) : null,
    attachments: await listAttachments(db, { administrationId, caseId }),
    answers: await listAnswers(db, administrationId, caseId),
    deliveries,
    notices,
    rating: await findRating(db, administrationId, caseId),
    ownDraft: await findAnswerDraft(db, { administrationId, caseId, accountId }),
    linked: (await listLinkedCases(db, item)).filter((other) => canSee(viewer, other)),
    ruleName: item.routingRuleId
      ? await findRuleName(db, administrationId, item.routingRuleId)
      : null,
    names: await accountNames(db, ids),
  }
}

export async function readContents({
  system,
  item,
}: Pick<CaseRoom, 'system' | 'item'>): Promise<ReadonlyMap<string, CaseContent>> {
  const all = await listContents(system.db, item.administrationId, item.caseId)
  return new Map(all.map((content) => [content.contentId, content]))
}

/** What the person told at first; null once erased. */
export function firstContent(
  contents: ReadonlyMap<string, CaseContent>,
  kind: CaseContent['kind'],
): string | null {
  return [...contents.values()].find((content) => content.kind === kind)?.body ?? null
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

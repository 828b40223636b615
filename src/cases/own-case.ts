import type { System } from '../system.ts'
import { listAttachments, type Attachment } from '../attachments/index.ts'
import type { T } from '../platform/i18n/index.ts'
import type { Case } from './case.ts'
import type { ContentKind } from './case-tables.ts'
import { listContents } from './content-store.ts'
import { findPerson, type CasePerson } from './person-store.ts'
import { getPublicStatus, type PublicStatus } from './public-status.ts'
import { findRating, type CaseRating } from './rating-store.ts'

/** What its person wrote, at first and since. */
const OWN_WORDS = [
  'description',
  'place',
  'correction',
  'information',
  'review_request',
  'rating_comment',
] as const satisfies readonly ContentKind[]

export interface OwnWords {
  kind: (typeof OWN_WORDS)[number]
  text: string
  at: Date
}

/** A case whole, as its person may take it away: no note of the staff, no name of theirs, nobody else. */
export interface OwnCase {
  item: Case
  status: PublicStatus
  person: CasePerson | null
  words: readonly OwnWords[]
  files: readonly Attachment[]
  rating: CaseRating | null
}

export async function readOwnCase(
  system: System,
  item: Case,
  t: T,
  language: string,
): Promise<OwnCase> {
  const { administrationId, caseId } = item
  const contents = await listContents(system.db, administrationId, caseId)
  return {
    item,
    status: await getPublicStatus(system, item, t, language),
    person: await findPerson(system.db, administrationId, caseId),
    words: contents.flatMap(({ kind, body, writtenAt }) => {
      const own = OWN_WORDS.find((each) => each === kind)
      return own === undefined || body === null ? [] : [{ kind: own, text: body, at: writtenAt }]
    }),
    files: await listAttachments(system.db, item),
    rating: await findRating(system.db, administrationId, caseId),
  }
}

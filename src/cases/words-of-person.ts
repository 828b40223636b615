import type { Db } from '../platform/database/connection.ts'
import { listContents } from './content-store.ts'
import { personalWords } from './personal-words.ts'
import { findPerson } from './person-store.ts'

/** What the person gave of themselves and told: none of it is news to them. Nothing once it was erased. */
export async function listWordsOfPerson(
  db: Db,
  { administrationId, caseId }: { administrationId: string; caseId: string },
): Promise<string[]> {
  const contents = await listContents(db, administrationId, caseId)
  const told = contents.filter(({ kind, accountId }) => kind === 'description' || !accountId)
  const person = await findPerson(db, administrationId, caseId)
  return [...told.flatMap(({ body }) => body ?? []), ...personalWords(person)]
}

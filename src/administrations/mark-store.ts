import type { Db, Tx } from '../platform/database/connection.ts'
import { getAdministration } from './administration-store.ts'
import type { Administration } from './book-rules.ts'
import { markUrl, readMarkUrl } from './mark-url.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    marks: { administration_id: string; mark_id: string; picture: Buffer }
  }
}

export interface Mark {
  markId: string
  picture: Buffer
}

export async function insertMark(
  tx: Tx,
  administrationId: string,
  { markId, picture }: Mark,
): Promise<void> {
  await tx
    .insertInto('marks')
    .values({ administration_id: administrationId, mark_id: markId, picture })
    .execute()
}

export async function findMark(db: Db, slug: string, markId: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('marks')
    .innerJoin('administrations', 'administrations.administration_id', 'marks.administration_id')
    .select('marks.picture')
    .where('administrations.slug', '=', slug)
    .where('marks.mark_id', '=', markId)
    .executeTakeFirst()
  return row?.picture ?? null
}

/** What is drawn on its papers; null where it wears ours, or one that came with its file. */
export async function findWornPicture(
  db: Db,
  { slug, theme }: Pick<Administration, 'slug' | 'theme'>,
): Promise<Buffer | null> {
  const markId = readMarkUrl(theme['markUrl'])
  return markId === null ? null : findMark(db, slug, markId)
}

/** Null: it wears ours, or one that came with its file. */
export async function findWornMark(db: Db, administrationId: string): Promise<string | null> {
  const { theme } = await getAdministration(db, administrationId)
  return readMarkUrl(theme['markUrl'])
}

/** Wears a mark, or none. The one before stays, since it can be put back; older ones are gone. */
export async function wearMark(
  tx: Tx,
  administrationId: string,
  markId: string | null,
): Promise<void> {
  const { slug, theme } = await getAdministration(tx, administrationId)
  const { markUrl: before, ...others } = theme
  const worn = markId === null ? others : { ...others, markUrl: markUrl(slug, markId) }
  await tx
    .updateTable('administrations')
    .set((row) => ({ theme: JSON.stringify(worn), revision: row('revision', '+', 1) }))
    .where('administration_id', '=', administrationId)
    .execute()
  const kept = [markId, readMarkUrl(before)].filter((id) => id !== null)
  await tx
    .deleteFrom('marks')
    .where('administration_id', '=', administrationId)
    .$if(kept.length > 0, (query) => query.where('mark_id', 'not in', kept))
    .execute()
}

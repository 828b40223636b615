import type { Leaving } from './proof.ts'

/** What papers show in the place of names once they leave the house. */
export function postsOf(
  { postOf }: Pick<Leaving, 'postOf'>,
  accountIds: readonly (string | null)[],
): ReadonlyMap<string, string> {
  const ids = new Set(accountIds.filter((id) => id !== null))
  return new Map([...ids].map((id) => [id, postOf(id)]))
}

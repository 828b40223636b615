import type { Db } from '../../platform/database/connection.ts'
import type { T } from '../../platform/i18n/index.ts'

/** Where another room has something for everybody, as the first page of a public body links it. */
export interface FrontLink {
  text: string
  href: string
}

/** Null while that room has nothing to show. */
export type TellOnFront = (
  db: Db,
  at: { administrationId: string; slug: string; t: T },
) => Promise<FrontLink | null>

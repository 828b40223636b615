import type { T } from '../../../platform/i18n/index.ts'
import type { Staff } from '../../../people/index.ts'

/** What another room holds of what was searched on the desk: shown under the desk's own cases. */
export interface FoundBeside {
  title: string
  rows: readonly { number: string; href: string; about: string }[]
  /** Where the rest is. */
  all: { text: string; href: string } | null
}

/** Null where nothing was found, or this person may not see it. At most one question to the database. */
export type SearchBeside = (at: {
  staff: Staff
  administrationId: string
  slug: string
  text: string
  t: T
  lang: string
}) => Promise<FoundBeside | null>

import type { SearchBeside } from '../../cases/index.ts'
import { holdsWithin } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import { readers } from '../import-policy.ts'
import { listFound, type FoundLegacyCase } from '../legacy-search-store.ts'
import { importUrls } from './urls.ts'

const SHOWN = 5

/** On the desk: who has an old number in hand finds the case, though it is not the desk's. Nobody's words. */
export function searchOlderBooks({ db }: System): SearchBeside {
  return async ({ staff, administrationId, slug, text, t, lang }) => {
    if (!holdsWithin(staff, readers, administrationId)) return null
    const found = await listFound(db, administrationId, text, SHOWN + 1)
    if (found.length === 0) return null
    const urls = importUrls(slug)
    const query = new URLSearchParams({ q: text }).toString()
    const all = { text: t('imports.desk.all'), href: `${urls.books}?${query}` }
    return {
      title: t('imports.desk.found'),
      rows: found.slice(0, SHOWN).map((one) => ({
        number: one.legacyNumber,
        href: urls.legacyCase(one.legacyNumber),
        about: aboutOf(one, lang),
      })),
      all: found.length > SHOWN ? all : null,
    }
  }
}

function aboutOf(one: FoundLegacyCase, lang: string): string {
  const { receivedOn, officialNumber, sourceNumber, serviceTold, motive } = one
  const received = receivedOn && formatDate(receivedOn, lang)
  return [officialNumber ?? sourceNumber, received, serviceTold ?? motive]
    .filter((part) => part !== null)
    .join(' · ')
}

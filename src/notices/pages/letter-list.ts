import { openStaffVisit } from '../../people/index.ts'
import { translator } from '../../platform/i18n/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import { changesUrl } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { listEmails } from '../email.ts'
import { letterId } from '../letter-words-setting.ts'
import { listWorded } from '../letter-words-store.ts'
import { wordsUrl } from './words-urls.ts'

/** Every letter whose words can be changed, in each language of the book. */
export function listLetters({ db, ...system }: System): Page {
  return async (_request, response) => {
    const { t, slug, deed, book } = await openStaffVisit({ db, ...system }, response)
    const worded = await listWorded(db, deed.administrationId)
    const letters = listEmails().filter(({ texts }) => texts !== undefined)
    const model = {
      title: t('notices.words.title'),
      changesUrl: `${changesUrl(slug)}?de=letter_words`,
      letters: letters.map((email) => ({
        name: email.name(t),
        versions: book.administration.languages.map((language) => {
          const key = { template: email.template, language }
          return {
            language: translator(language)('layout.language_name'),
            href: wordsUrl(slug, 'letter', key),
            isChanged: worded.has(letterId(key)),
          }
        }),
      })),
    }
    render(response, 'notices/letter-list', model, { layout: 'staff' })
  }
}

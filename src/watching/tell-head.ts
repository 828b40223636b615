import type { TellAtHead } from '../cases/index.ts'
import { accountNames } from '../people/index.ts'
import type { System } from '../system.ts'
import { lookAtCase } from './look-store.ts'
import { presentSince, sayPresence } from './presence.ts'
import { watchUrl } from './urls.ts'

/** At the head of a case: who writes about it just now, and whether one follows it. */
export function tellWatching({ db }: System): TellAtHead {
  return async ({ item, viewer, book, slug, trail, now, t, lang }) => {
    const times = { now, presentSince: presentSince(now) }
    const { watching, present } = await lookAtCase(db, item, viewer.staff.accountId, times)
    const names = await accountNames(
      db,
      present.map(({ accountId }) => accountId),
    )
    const { timeZone } = book.administration
    return {
      view: 'watching/head',
      model: {
        present: sayPresence(present, names, { t, lang, timeZone }),
        follow: {
          action: watchUrl(slug, item.caseNumber),
          value: watching ? 'no' : 'si',
          text: t(watching ? 'watching.unfollow' : 'watching.follow'),
          note: watching ? t('watching.following') : null,
          trail,
        },
      },
    }
  }
}

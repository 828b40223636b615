import type { TellOfForm } from '../cases/index.ts'
import { accountNames } from '../people/index.ts'
import type { System } from '../system.ts'
import { keepPresence } from './presence-store.ts'
import { presentSince, sayPresence } from './presence.ts'
import { presenceUrl } from './urls.ts'

/** On the page of a form: who else is at one of this case; the page itself speaks up while it is looked at. */
export function tellPresence({ db }: System): TellOfForm {
  return async ({ moment, path, item, viewer, book, slug, now, t, lang }) => {
    if (moment === 'sent') return null
    const own = { accountId: viewer.staff.accountId, form: path }
    const times = { now, presentSince: presentSince(now) }
    const present = await keepPresence(db, item, own, times)
    const names = await accountNames(
      db,
      present.map(({ accountId }) => accountId),
    )
    const { timeZone } = book.administration
    return {
      above: {
        view: 'watching/presence',
        model: {
          present: sayPresence(present, names, { t, lang, timeZone }),
          presence: { action: presenceUrl(slug, item.caseNumber), form: path },
        },
      },
    }
  }
}

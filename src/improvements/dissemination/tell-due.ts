import type { TellDue } from '../due.ts'
import { listDisseminations } from './dissemination-store.ts'
import { disseminationUrls } from './urls.ts'

/** By when something is to be read, as the calendar of the year shows it. */
export const tellDisseminationsDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until, t } = question
  const all = await listDisseminations(db, administrationId, { from, until })
  return all
    .filter(({ dueOn }) => dueOn <= until)
    .map(({ disseminationId, dueOn, title, centreId, madeBy }) => ({
      id: `dissemination-${disseminationId}`,
      on: dueOn,
      kind: 'dissemination' as const,
      title: t('improvements-dissemination.due', { title }),
      href: disseminationUrls(slug).one(disseminationId),
      centreId,
      ownerId: madeBy,
      doneOn: null,
    }))
}

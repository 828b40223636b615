import { caseLine, type LineParts } from '../../cases/index.ts'
import { getCalendar } from '../../deadlines/index.ts'
import { accountNames } from '../../people/index.ts'
import { formatDateTime } from '../../platform/i18n/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { isLetterWanted } from '../letter-store.ts'
import { listMentioned, type Mentioned } from '../mention-store.ts'
import { letterUrl } from '../urls.ts'
import { listWatched, type Watched } from '../watch-store.ts'
import { openViewerVisit, type ViewerVisit } from './case-room.ts'

/** Whoever follows more than this looks for a case on the desk. */
const MOST = 100

/** What calls somebody, and what they follow: what moved first. */
export function showFollowed(system: System): Page {
  return async (_request, response) => {
    const visit = await openViewerVisit(system, response)
    const { viewer, book, slug, t } = visit
    const { db } = system
    const calendar = await getCalendar(db, book.administration.calendarCode)
    const { mentioned, total: calls } = await listMentioned(db, viewer, MOST)
    const { watched, total } = await listWatched(db, viewer, { movedOnly: false, limit: MOST })
    const names = await accountNames(
      db,
      mentioned.map(({ mentionedBy }) => mentionedBy),
    )
    const parts = { ...visit, calendar }
    const wanted = await isLetterWanted(db, viewer.administrationId, viewer.staff.accountId)
    render(
      response,
      'watching/followed',
      {
        title: t('watching.title'),
        mentioned: mentioned.map((each) => mentionedRow(each, names, parts)),
        watched: watched.map((each) => watchedRow(each, parts)),
        more: { mentioned: Math.max(0, calls - MOST), watched: Math.max(0, total - MOST) },
        letter: { action: letterUrl(slug), wanted },
      },
      { layout: 'staff' },
    )
  }
}

export function mentionedRow(
  { item, mentionedBy, at }: Mentioned,
  names: ReadonlyMap<string, string>,
  parts: LineParts & Pick<ViewerVisit, 'book'>,
) {
  const { t, lang, book } = parts
  const { kind, ...line } = caseLine(item, parts)
  const name = names.get(mentionedBy) ?? t('watching.presence.somebody')
  const when = formatDateTime(at, lang, book.administration.timeZone)
  return { ...line, meta: [kind, t('watching.mentioned_by', { name, when })] }
}

export function watchedRow({ item, moved }: Watched, parts: LineParts) {
  const { kind, ...line } = caseLine(item, parts)
  return {
    ...line,
    meta: [kind],
    flags: moved ? [{ text: parts.t('watching.moved'), tone: 'attention' as const }] : [],
    unread: moved,
  }
}

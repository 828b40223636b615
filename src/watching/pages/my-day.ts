import {
  caseLine,
  deskDays,
  deskUrl,
  listDay,
  MOST_IN_BLOCK,
  type Case,
  type DayBlock,
  type LineParts,
} from '../../cases/index.ts'
import { getCalendar } from '../../deadlines/index.ts'
import { accountNames, holdsWithin, type Role } from '../../people/index.ts'
import { formatDate } from '../../platform/i18n/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { listMentioned } from '../mention-store.ts'
import type { OwnPromise, TellPromises } from '../tell-promises.ts'
import { followedUrl } from '../urls.ts'
import { listWatched } from '../watch-store.ts'
import { openViewerVisit, type ViewerVisit } from './case-room.ts'
import { mentionedRow, watchedRow } from './followed.ts'

/** More would be no day any more. */
const MOST_SHOWN = 10

/** Who answers for what others do: their day holds all of it. */
const ANSWERING: readonly Role[] = [
  'claims_manager',
  'deputy_claims_manager',
  'office_head',
  'unit_head',
]

type Parts = LineParts & ViewerVisit

/** The start of a day: what waits for this person, each with the way there. */
export function showMyDay(system: System, tellPromises: TellPromises): Page {
  return async (_request, response) => {
    const visit = await openViewerVisit(system, response)
    const { viewer, book, slug, today, t, lang } = visit
    const { db } = system
    const calendar = await getCalendar(db, book.administration.calendarCode)
    const parts: Parts = { ...visit, calendar }
    const answersForOthers = holdsWithin(viewer.staff, ANSWERING, viewer.administrationId)
    const cases = await listDay(db, viewer, {
      days: deskDays(calendar, today),
      answersForOthers,
    })
    const mentioned = await listMentioned(db, viewer, MOST_SHOWN)
    const watched = await listWatched(db, viewer, { movedOnly: true, limit: MOST_SHOWN })
    const names = await accountNames(
      db,
      mentioned.mentioned.map(({ mentionedBy }) => mentionedBy),
    )
    const promises = await tellPromises({ viewer, slug, today })
    const of = (block: DayBlock) => cases.filter((each) => each.block === block)
    const block = (id: DayBlock, view: string | null) =>
      blockOf(
        id,
        of(id).map(({ item }) => item),
        view && `${deskUrl(slug)}?vista=${view}`,
        parts,
      )
    const blocks = [
      block('urgent', answersForOthers ? 'urgent' : 'mine'),
      block('due', answersForOthers ? 'due_soon' : 'mine'),
      block('to_approve', 'to_approve'),
      block('answered', 'mine'),
      block('returned', 'mine'),
      {
        id: 'mentioned',
        title: t('watching.day.mentioned'),
        rows: mentioned.mentioned.map((each) => mentionedRow(each, names, parts)),
        ...counted(mentioned.total, followedUrl(slug), visit),
      },
      {
        id: 'moved',
        title: t('watching.day.moved'),
        rows: watched.watched.map((each) => watchedRow(each, parts)),
        ...counted(watched.total, followedUrl(slug), visit),
      },
      block('late', answersForOthers ? 'overdue' : 'mine'),
      block('arrived', answersForOthers ? 'unassigned' : 'mine'),
      block('begun', 'mine'),
    ]
    render(
      response,
      'watching/my-day',
      {
        title: t('watching.day.title'),
        date: formatDate(today, lang),
        name: viewer.staff.name,
        place: book.administration.name,
        blocks: blocks.filter(({ rows }) => rows.length > 0),
        promises: promisesOf(promises, visit),
        free: blocks.every(({ rows }) => rows.length === 0) && promises.items.length === 0,
        desk: deskUrl(slug),
        followed: followedUrl(slug),
      },
      { layout: 'staff' },
    )
  }
}

function blockOf(id: DayBlock, items: readonly Case[], all: string | null, parts: Parts) {
  const { t } = parts
  const titles: Record<DayBlock, string> = {
    urgent: t('watching.day.urgent'),
    due: t('watching.day.due'),
    late: t('watching.day.late'),
    to_approve: t('watching.day.to_approve'),
    answered: t('watching.day.answered'),
    returned: t('watching.day.returned'),
    arrived: t('watching.day.arrived'),
    begun: t('watching.day.begun'),
  }
  const rows = items.slice(0, MOST_SHOWN).map((item) => {
    const { kind, ...line } = caseLine(item, parts)
    return { ...line, meta: [kind], unread: false }
  })
  return { id, title: titles[id], rows, ...counted(items.length, all, parts) }
}

/** What a heading says of its number, and where those are that are not shown. */
function counted(total: number, all: string | null, { t }: Pick<ViewerVisit, 't'>) {
  const count =
    total > MOST_IN_BLOCK ? t('watching.day.over', { count: MOST_IN_BLOCK }) : String(total)
  return { count, all: total > MOST_SHOWN ? all : null }
}

function promisesOf(
  { items, total, all }: { items: readonly OwnPromise[]; total: number; all: string },
  { t, lang, today }: ViewerVisit,
) {
  return {
    rows: items.map(({ what, href, dueOn }) => ({
      text: what,
      href,
      when: t(dueOn < today ? 'watching.day.was_due' : 'watching.day.is_due', {
        day: formatDate(dueOn, lang),
      }),
      late: dueOn < today,
    })),
    count: String(total),
    all: total > items.length ? all : null,
  }
}

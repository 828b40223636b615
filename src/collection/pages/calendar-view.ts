import { addDays, type PlainDate } from '../../platform/dates.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import type { Collected } from '../read-proof.ts'
import type { Room } from './room.ts'

/** One line of the calendar, planned by hand or there by itself. */
export interface CalendarRow {
  name: string
  where: string
  from: PlainDate
  until: PlainDate
  responsible: string
  state: 'done' | 'running' | 'late' | 'planned'
  doneOn: PlainDate | null
  evidence: string
  href: string | null
  /** Where it can be marked as done; null: by itself, done, or not for this person. */
  finish: { url: string; id: string } | null
}

export function calendarRows(
  collected: Collected,
  room: Room,
  names: ReadonlyMap<string, string>,
): CalendarRow[] {
  const rows = [
    ...activityRows(collected, room, names),
    ...campaignRows(collected, room, names),
    ...monthRows(collected, room),
  ]
  return rows.toSorted((one, other) => one.from.localeCompare(other.from))
}

function activityRows(
  { activities }: Collected,
  { book, today, urls, mayKeep, t }: Room,
  names: ReadonlyMap<string, string>,
): CalendarRow[] {
  return activities.map((activity) => ({
    name: activity.name,
    where:
      (activity.centreId && book.names.get(activity.centreId)) ??
      t('collection.calendar.everywhere'),
    from: activity.plannedFrom,
    until: activity.plannedUntil,
    responsible: names.get(activity.responsibleId) ?? '',
    state: plannedState(activity, today),
    doneOn: activity.doneOn,
    evidence: activity.evidence,
    href: null,
    finish:
      mayKeep && activity.doneOn === null
        ? { url: urls.done(activity.activityId), id: activity.activityId }
        : null,
  }))
}

function plannedState(
  { plannedFrom, plannedUntil, doneOn }: Collected['activities'][number],
  today: PlainDate,
): CalendarRow['state'] {
  if (doneOn !== null) return 'done'
  if (plannedUntil < today) return 'late'
  return plannedFrom <= today ? 'running' : 'planned'
}

/** A campaign that somebody answered was carried out; it is done once it is over. */
function campaignRows(
  { campaigns }: Collected,
  { book, today, t, lang }: Room,
  names: ReadonlyMap<string, string>,
): CalendarRow[] {
  const { slug } = book.administration
  return campaigns.map((campaign) => {
    const last = campaign.endedOn ?? campaign.endsOn
    const isOver = campaign.endedOn !== null || last < today
    return {
      name: t('collection.calendar.survey', { name: campaign.name }),
      where: placesOf(campaign.centreIds, book.names) || t('collection.calendar.everywhere'),
      from: campaign.startsOn,
      until: campaign.endsOn,
      responsible: names.get(campaign.ownerId) ?? '',
      state: isOver ? 'done' : campaign.startsOn <= today ? 'running' : 'planned',
      doneOn: isOver ? last : null,
      evidence: t('collection.calendar.responses', {
        responses: formatNumber(campaign.responses, lang),
      }),
      href: `/personal/${slug}/encuestas/${campaign.campaignId}`,
      finish: null,
    }
  })
}

function placesOf(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  return ids.map((id) => names.get(id) ?? '').join(', ')
}

function monthRows({ months }: Collected, { book, today, t, lang }: Room): CalendarRow[] {
  const { slug } = book.administration
  return months.map(({ month, lastDay, days, attended }) => ({
    name: t('collection.calendar.attentions'),
    where: t('collection.calendar.everywhere'),
    from: `${month}-01`,
    until: lastDayOf(month),
    responsible: '',
    state: lastDayOf(month) < today ? 'done' : 'running',
    doneOn: lastDay,
    evidence: t('collection.calendar.counted', { attended: formatNumber(attended, lang), days }),
    href: `/personal/${slug}/encuestas/tasas`,
    finish: null,
  }))
}

function lastDayOf(month: string): PlainDate {
  const next = addDays(`${month}-28`, 4).slice(0, 7)
  return addDays(`${next}-01`, -1)
}

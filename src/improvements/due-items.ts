import { listActivities } from '../collection/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { tellDisseminationsDue } from './dissemination/index.ts'
import type { DueItem, DueQuestion, TellDue } from './due.ts'
import { tellDue as tellGapsDue } from './gaps/index.ts'
import { tellInstrumentsDue } from './instruments/index.ts'
import { tellInspectionsDue } from './measures/index.ts'
import { tellSustainmentDue } from './practices/index.ts'
import { tellProjectsDue } from './projects/index.ts'
import { tellTasksDue } from './tasks/index.ts'
import { tellMeetingsDue } from './team/index.ts'
import { tellEvaluationsDue, tellReportsDue } from './year/tell-terms-due.ts'

/** Every room in which something falls due: one line each. */
const tellers: readonly TellDue[] = [
  tellCollectionDue,
  tellTasksDue,
  tellProjectsDue,
  tellMeetingsDue,
  tellInspectionsDue,
  tellGapsDue,
  tellDisseminationsDue,
  tellInstrumentsDue,
  tellSustainmentDue,
  tellReportsDue,
  tellEvaluationsDue,
]

/** All that falls due between two days of a year, the first first. */
export async function readDue(db: Db, question: DueQuestion): Promise<DueItem[]> {
  const items: DueItem[] = []
  for (const tell of tellers) items.push(...(await tell(db, question)))
  return items.toSorted((one, other) => one.on.localeCompare(other.on))
}

/** What the programme of collection planned by hand. */
async function tellCollectionDue(
  ...[db, { administrationId, from, until, slug }]: Parameters<TellDue>
): Promise<DueItem[]> {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4)))
  const items: DueItem[] = []
  for (let year = first ?? 0; year <= (last ?? 0); year += 1) {
    items.push(...collectedIn(year, slug, await listActivities(db, administrationId, year)))
  }
  return items.filter(({ on }) => on >= from && on <= until)
}

function collectedIn(
  year: number,
  slug: string,
  activities: Awaited<ReturnType<typeof listActivities>>,
): DueItem[] {
  return activities.map(({ activityId, plannedUntil, name, centreId, responsibleId, doneOn }) => ({
    id: `collection-${activityId}`,
    on: plannedUntil,
    kind: 'collection' as const,
    title: name,
    href: `/personal/${slug}/recojo/calendario?anio=${year}`,
    centreId,
    ownerId: responsibleId,
    doneOn,
  }))
}

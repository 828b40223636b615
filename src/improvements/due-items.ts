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
  const year = Number(from.slice(0, 4))
  const activities = await listActivities(db, administrationId, year)
  return activities
    .filter(({ plannedUntil }) => plannedUntil >= from && plannedUntil <= until)
    .map(({ activityId, plannedUntil, name, centreId, responsibleId, doneOn }) => ({
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

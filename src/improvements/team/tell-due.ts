import type { TellDue } from '../due.ts'
import { listMeetings } from './meeting-store.ts'
import { teamUrls } from './urls.ts'

/** Meetings as the calendar of the year shows them; agreements are tasks. */
export const tellMeetingsDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until, t } = question
  const meetings = await listMeetings(db, administrationId, { from, until })
  return meetings.map(({ meetingId, plannedOn, centreId, heldOn }) => ({
    id: `meeting-${meetingId}`,
    on: plannedOn,
    kind: 'meeting' as const,
    title: t('improvements-team.meeting'),
    href: teamUrls(slug).meeting(meetingId),
    centreId,
    ownerId: null,
    doneOn: heldOn,
  }))
}

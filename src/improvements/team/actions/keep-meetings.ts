import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { planTaskIn } from '../../tasks/index.ts'
import { meetingDays, type Frequency } from '../charter.ts'
import {
  insertAttendance,
  insertMeeting,
  updateHeld,
  type Attendance,
  type Meeting,
} from '../meeting-store.ts'

type Ground = Pick<System, 'db'>

/** Until the end of the year; what was planned before stays. */
export async function planMeetings(
  { db }: Ground,
  deed: StaffDeed,
  { centreId, firstOn, meets }: { centreId: string; firstOn: PlainDate; meets: Frequency },
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    for (const plannedOn of meetingDays(firstOn, meets)) {
      await insertMeeting(tx, { administrationId, centreId, plannedOn, meetingId: randomUUID() })
    }
    await recordChange(tx, { ...deed, action: 'meetings_planned', details: { centreId } })
  })
}

export interface Agreement {
  what: string
  ownerId: string
  dueOn: PlainDate
}

/** The minutes, who came, and each agreement as somebody's task. They do not change afterwards. */
export async function writeMinutes(
  { db }: Ground,
  deed: StaffDeed,
  { meetingId, centreId }: Pick<Meeting, 'meetingId' | 'centreId'>,
  held: {
    on: PlainDate
    minutes: string
    attendance: readonly Attendance[]
    agreements: readonly Agreement[]
  },
): Promise<void> {
  const { administrationId, accountId: by } = deed
  await inTransaction(db, async (tx) => {
    const meeting = { administrationId, meetingId }
    const isFirst = await updateHeld(tx, meeting, { on: held.on, minutes: held.minutes, by })
    if (!isFirst) throw new WrongState()
    await insertAttendance(tx, meeting, held.attendance)
    for (const agreement of held.agreements) {
      const origin = { administrationId, centreId, origin: 'meeting', originId: meetingId } as const
      await planTaskIn(tx, deed, { ...origin, ...agreement })
    }
    await recordChange(tx, { ...deed, action: 'meeting_held', details: { meetingId } })
  })
}

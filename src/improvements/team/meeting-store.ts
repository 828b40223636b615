import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_meetings: MeetingTable
    improvement_meeting_attendance: {
      administration_id: string
      meeting_id: string
      account_id: string
      came: boolean
    }
  }
}

interface MeetingTable {
  administration_id: string
  meeting_id: string
  centre_id: string
  planned_on: PlainDate
  held_on: PlainDate | null
  minutes: string
  written_by: string | null
}

export interface Meeting {
  meetingId: string
  administrationId: string
  centreId: string
  plannedOn: PlainDate
  heldOn: PlainDate | null
  minutes: string
}

export interface Attendance {
  accountId: string
  came: boolean
}

/** One that is planned for that day already stays. */
export async function insertMeeting(
  tx: Tx,
  meeting: Pick<Meeting, 'administrationId' | 'meetingId' | 'centreId' | 'plannedOn'>,
): Promise<void> {
  await tx
    .insertInto('improvement_meetings')
    .values({
      administration_id: meeting.administrationId,
      meeting_id: meeting.meetingId,
      centre_id: meeting.centreId,
      planned_on: meeting.plannedOn,
      held_on: null,
      minutes: '',
      written_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'centre_id', 'planned_on']).doNothing(),
    )
    .execute()
}

/** Whether nobody wrote its minutes before. */
export async function updateHeld(
  tx: Tx,
  { administrationId, meetingId }: Pick<Meeting, 'administrationId' | 'meetingId'>,
  held: { on: PlainDate; minutes: string; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('improvement_meetings')
    .set({ held_on: held.on, minutes: held.minutes, written_by: held.by })
    .where('administration_id', '=', administrationId)
    .where('meeting_id', '=', meetingId)
    .where('held_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertAttendance(
  tx: Tx,
  { administrationId, meetingId }: Pick<Meeting, 'administrationId' | 'meetingId'>,
  attendance: readonly Attendance[],
): Promise<void> {
  await tx
    .insertInto('improvement_meeting_attendance')
    .values(
      attendance.map(({ accountId, came }) => ({
        administration_id: administrationId,
        meeting_id: meetingId,
        account_id: accountId,
        came,
      })),
    )
    .execute()
}

export async function getMeeting(
  db: Db,
  administrationId: string,
  meetingId: string,
): Promise<Meeting> {
  const row = await db
    .selectFrom('improvement_meetings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toMeeting(row)
}

export async function listMeetings(
  db: Db,
  administrationId: string,
  { from, until, centreId }: { from: PlainDate; until: PlainDate; centreId?: string },
): Promise<Meeting[]> {
  let query = db
    .selectFrom('improvement_meetings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('planned_on', '>=', from)
    .where('planned_on', '<=', until)
  if (centreId !== undefined) query = query.where('centre_id', '=', centreId)
  return (await query.orderBy('planned_on').execute()).map(toMeeting)
}

/** By meeting. */
export async function listAttendance(
  db: Db,
  administrationId: string,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Attendance[]>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('improvement_meeting_attendance')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('meeting_id', 'in', meetingIds)
    .execute()
  const ofMeeting = (id: string) =>
    rows
      .filter((row) => row.meeting_id === id)
      .map((row) => ({ accountId: row.account_id, came: row.came }))
  return new Map(meetingIds.map((id) => [id, ofMeeting(id)]))
}

function toMeeting(row: Selectable<MeetingTable>): Meeting {
  return {
    meetingId: row.meeting_id,
    administrationId: row.administration_id,
    centreId: row.centre_id,
    plannedOn: row.planned_on,
    heldOn: row.held_on,
    minutes: row.minutes,
  }
}
